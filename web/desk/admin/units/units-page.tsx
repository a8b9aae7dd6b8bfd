import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../shared/ui/status.tsx';
import type { Unit } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { useWeekWords } from '../opening/use-week-words.ts';
import { usePeople, useUnits } from '../queries.ts';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useAdministered, useNameHere, useOrganisationName } from '../words.ts';
import { NewUnitPanel } from './new-unit-panel.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { useHoursWords } from './use-hours-words.ts';

export function UnitsPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const query = useUnits();
  const leave = useLeave('units');
  const organisationName = useOrganisationName();
  const sought = (unit: Unit) => matches(words, [...Object.values(unit.name), organisationName(unit.organisationId)]);
  return (
    <Register
      section="units"
      intro={t('units.intro')}
      query={query}
      groups={(all) => [
        ...([1, 2, 3] as const).map((tier) => ({
          id: `tier-${tier}`,
          label: t(`units.tiers.${tier}`),
          rows: all.filter((unit) => unit.active && unit.tier === tier && sought(unit)),
        })),
        { id: 'closed', label: t('units.closedOnes'), rows: all.filter((unit) => !unit.active && sought(unit)) },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('units.find') }}
      add={t('units.add')}
      empty={{ title: t('units.none'), hint: t('units.noneHint') }}
    >
      <OpenItem itemId={itemId} query={query} rows={query.data} idOf={idOf} adding={() => <NewUnitPanel onClose={leave} />} onClose={leave}>
        {(unit) => <UnitPanel key={unit.id} unit={unit} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (unit: Unit) => unit.id;

function useColumns(): Column<Unit>[] {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const weekWords = useWeekWords();
  const hoursWords = useHoursWords();
  return [
    { id: 'name', label: t('units.name'), cell: (unit) => nameHere(unit.name) },
    { id: 'owner', label: t('owner'), cell: (unit) => organisationName(unit.organisationId) },
    { id: 'opening', label: t('opening.title'), cell: (unit) => weekWords(unit.opening) },
    { id: 'promise', label: t('units.promises'), cell: (unit) => <span className="nowrap">{hoursWords(unit.answerMinutes)}</span> },
    { id: 'members', label: t('units.members'), cell: (unit) => <MemberCount unit={unit} /> },
  ];
}

/** Only the organisation's own administrators see who works there. */
function MemberCount({ unit }: { unit: Unit }) {
  const { t } = useTranslation('admin');
  const people = usePeople().data?.people;
  const isMine = useAdministered().includes(unit.organisationId);
  if (!isMine || !people) return <span className="quiet">–</span>;
  const count = people.filter((person) => !person.disabled && person.unitIds.includes(unit.id)).length;
  return count === 0 && unit.active ? <StatusWord tone="warn">{t('units.nobody')}</StatusWord> : count;
}
