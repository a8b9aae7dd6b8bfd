import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import type { Agreement } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { useAgreements } from '../queries.ts';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useNameHere, useOrganisationName } from '../words.ts';
import { AgreementPanel } from './agreement-panel.tsx';
import { NewAgreementPanel } from './new-agreement-panel.tsx';

/** So long before its end an agreement has to be thought of. */
export const soonDays = 60;

export function AgreementsPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const query = useAgreements();
  const leave = useLeave('agreements');
  const organisationName = useOrganisationName();
  const nameHere = useNameHere();
  const today = todayInFinland();
  const sought = (one: Agreement) =>
    matches(words, [organisationName(one.principalId), organisationName(one.providerId), nameHere(one.serviceName ?? undefined)]);
  const byPrincipal = (one: Agreement, other: Agreement) =>
    organisationName(one.principalId).localeCompare(organisationName(other.principalId), document.documentElement.lang);
  return (
    <Register
      section="agreements"
      intro={t('agreements.intro')}
      query={query}
      groups={(all) => {
        const found = all.filter(sought).sort(byPrincipal);
        return [
          { id: 'valid', rows: found.filter((one) => one.validUntil >= today) },
          { id: 'ended', label: t('endedOnes'), rows: found.filter((one) => one.validUntil < today) },
        ];
      }}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('agreements.find') }}
      add={t('agreements.add')}
      empty={{ title: t('agreements.none'), hint: t('agreements.noneHint') }}
    >
      <OpenItem
        itemId={itemId}
        query={query}
        rows={query.data}
        idOf={idOf}
        adding={() => <NewAgreementPanel onClose={leave} />}
        onClose={leave}
      >
        {(one) => <AgreementPanel key={one.id} agreement={one} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (agreement: Agreement) => agreement.id;

function useColumns(): Column<Agreement>[] {
  const { t } = useTranslation('admin');
  const organisationName = useOrganisationName();
  const nameHere = useNameHere();
  const names = useNames();
  return [
    { id: 'principal', label: t('agreements.principal'), cell: (one) => organisationName(one.principalId) },
    { id: 'provider', label: t('agreements.provider'), cell: (one) => organisationName(one.providerId) },
    {
      id: 'scope',
      label: t('agreements.scope'),
      cell: (one) =>
        [nameHere(one.serviceName ?? undefined), names.point(one.pointId)].filter(Boolean).join(' · ') || t('agreements.everything'),
    },
    { id: 'tasks', label: t('agreements.tasks'), cell: (one) => listed(one.tasks.map((task) => t(`agreements.taskWords.${task}`))) },
    { id: 'until', label: t('validity'), cell: (one) => <AgreementEnd agreement={one} /> },
  ];
}

/** "Kertoa, opastaa": words that begin a button each, now in one sentence. */
function listed(words: string[]): string {
  return words.map((word, at) => (at === 0 ? word : word.toLocaleLowerCase(document.documentElement.lang))).join(', ');
}

export function AgreementEnd({ agreement: { validFrom, validUntil } }: { agreement: Agreement }) {
  const { t } = useTranslation('admin');
  const { date } = useTimes();
  const today = todayInFinland();
  if (validFrom > today) return <StatusWord tone="wait">{t('from', { day: date(validFrom) })}</StatusWord>;
  if (validUntil < today) return <StatusWord tone="bad">{t('endedOn', { day: date(validUntil) })}</StatusWord>;
  if (validUntil < daysAfter(today, soonDays)) return <StatusWord tone="warn">{t('until', { day: date(validUntil) })}</StatusWord>;
  return t('until', { day: date(validUntil) });
}
