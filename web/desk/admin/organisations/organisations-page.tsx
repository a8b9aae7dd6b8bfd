import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysAfter } from '../../../shared/ui/days.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import type { Organisation } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { useOrganisations } from '../queries.ts';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useNameHere, useOrganisationName, validityOf } from '../words.ts';
import { NewOrganisationPanel } from './new-organisation-panel.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';

export function OrganisationsPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const query = useOrganisations();
  const leave = useLeave('organisations');
  const sought = ({ name, shortName }: Organisation) => matches(words, [...Object.values(name), ...Object.values(shortName)]);
  return (
    <Register
      section="organisations"
      intro={t('organisations.intro')}
      query={query}
      groups={(all) => [
        { id: 'valid', rows: all.filter((one) => sought(one) && validityOf(one) !== 'ended') },
        { id: 'ended', label: t('endedOnes'), rows: all.filter((one) => sought(one) && validityOf(one) === 'ended') },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('organisations.find') }}
      add={t('organisations.add')}
      empty={{ title: t('organisations.none'), hint: t('organisations.noneHint') }}
    >
      <OpenItem
        itemId={itemId}
        query={query}
        rows={query.data}
        idOf={idOf}
        adding={() => <NewOrganisationPanel onClose={leave} />}
        onClose={leave}
      >
        {(one) => <OrganisationPanel key={one.id} organisation={one} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (organisation: Organisation) => organisation.id;

function useColumns(): Column<Organisation>[] {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  return [
    { id: 'name', label: t('organisations.name'), cell: (one) => nameHere(one.name) },
    { id: 'short', label: t('organisations.shortName'), cell: (one) => nameHere(one.shortName) },
    { id: 'kind', label: t('organisations.kind'), cell: (one) => t(`organisations.kinds.${one.kind}`) },
    { id: 'valid', label: t('validity'), cell: (one) => <ValidityWords {...one} /> },
    { id: 'successor', label: t('organisations.successor'), cell: (one) => (one.successorId ? organisationName(one.successorId) : '') },
  ];
}

/** How long something holds, said only where there is an end or a beginning to come. */
export function ValidityWords({ validFrom, validUntil }: { validFrom: string; validUntil: string | null }) {
  const { t } = useTranslation('admin');
  const { date } = useTimes();
  const validity = validityOf({ validFrom, validUntil });
  if (validity === 'coming') return <StatusWord tone="wait">{t('from', { day: date(validFrom) })}</StatusWord>;
  if (validUntil === null) return t('validNow');
  const day = date(daysAfter(validUntil, -1));
  return validity === 'ended' ? <span className="quiet">{t('endedOn', { day })}</span> : t('until', { day });
}
