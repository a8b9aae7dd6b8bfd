import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useNames } from '../../session.tsx';
import type { Person } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { usePeople } from '../queries.ts';
import { Address } from '../register/address.tsx';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { useNameHere, useRoleName, validityOf } from '../words.ts';
import { NewPersonPanel } from './new-person-panel.tsx';
import { PersonPanel } from './person-panel.tsx';

export function PeoplePage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const found = usePeople(useDeferredValue(words.trim()));
  const leave = useLeave('people');
  return (
    <Register
      section="people"
      intro={t('people.intro')}
      query={found}
      groups={({ people }) => [
        { id: 'able', rows: people.filter((person) => !person.disabled) },
        { id: 'disabled', label: t('people.disabledOnes'), rows: people.filter((person) => person.disabled) },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('people.find') }}
      add={t('people.add')}
      empty={{ title: t('people.none'), hint: t('people.noneHint') }}
      after={found.data?.more ? <p className="admin-after quiet">{t('people.more')}</p> : null}
    >
      <OpenPerson itemId={itemId} found={found} leave={leave} />
    </Register>
  );
}

type OpenPersonProps = { itemId: string | undefined; found: ReturnType<typeof usePeople>; leave: (itemId?: string) => void };

/** One that the search in sight does not hold is sought among all. */
function OpenPerson({ itemId, found, leave }: OpenPersonProps) {
  const all = usePeople();
  const isInSight = found.data?.people.some((person) => person.id === itemId);
  const query = isInSight ? found : all;
  return (
    <OpenItem
      itemId={itemId}
      query={query}
      rows={query.data?.people}
      idOf={idOf}
      adding={() => <NewPersonPanel onClose={leave} />}
      onClose={leave}
    >
      {(person) => <PersonPanel key={person.id} person={person} onClose={leave} />}
    </OpenItem>
  );
}

const idOf = (person: Person) => person.id;

function useColumns(): Column<Person>[] {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const roleName = useRoleName();
  const names = useNames();
  const list = (words: string[]) => [...new Set(words)].join(', ');
  return [
    { id: 'name', label: t('people.name'), cell: (person) => person.name },
    { id: 'title', label: t('people.title'), cell: (person) => nameHere(person.title) },
    {
      id: 'roles',
      label: t('people.roles'),
      cell: (person) => {
        const held = person.grants.filter((grant) => validityOf(grant) !== 'ended');
        if (held.length === 0) return <StatusWord tone="warn">{t('people.noRole')}</StatusWord>;
        return list(held.map(({ role }) => roleName(role)));
      },
    },
    { id: 'units', label: t('people.units'), cell: (person) => list(person.unitIds.map((id) => names.unit(id))) },
    { id: 'email', label: t('people.email'), cell: (person) => <Address of={person.email} /> },
  ];
}
