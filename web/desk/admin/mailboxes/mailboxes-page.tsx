import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../../shared/ui/time.tsx';
import { useNames } from '../../session.tsx';
import type { Mailbox } from '../api.ts';
import { OpenItem } from '../open-item.tsx';
import { useMailboxes } from '../queries.ts';
import { Address } from '../register/address.tsx';
import { type Column, Register } from '../register/register.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import { matches, useOrganisationName } from '../words.ts';
import { MailboxPanel } from './mailbox-panel.tsx';
import { MailboxState } from './mailbox-state.tsx';
import { NewMailboxPanel } from './new-mailbox-panel.tsx';
import { Quarantine } from './quarantine.tsx';

export function MailboxesPage({ itemId }: PageProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const query = useMailboxes();
  const leave = useLeave('mailboxes');
  const sought = (box: Mailbox) => matches(words, [box.address, ...Object.values(box.displayName)]);
  return (
    <Register
      section="mailboxes"
      intro={t('mailboxes.intro')}
      query={query}
      groups={(all) => [
        { id: 'active', rows: all.filter((box) => box.active && sought(box)) },
        { id: 'stopped', label: t('mailboxes.stoppedOnes'), rows: all.filter((box) => !box.active && sought(box)) },
      ]}
      idOf={idOf}
      columns={useColumns()}
      search={{ words, onChange: setWords, placeholder: t('mailboxes.find') }}
      add={t('mailboxes.add')}
      empty={{ title: t('mailboxes.none'), hint: t('mailboxes.noneHint') }}
      after={<Quarantine />}
    >
      <OpenItem
        itemId={itemId}
        query={query}
        rows={query.data}
        idOf={idOf}
        adding={() => <NewMailboxPanel onClose={leave} />}
        onClose={leave}
      >
        {(box) => <MailboxPanel key={box.id} mailbox={box} onClose={leave} />}
      </OpenItem>
    </Register>
  );
}

const idOf = (box: Mailbox) => box.id;

function useColumns(): Column<Mailbox>[] {
  const { t } = useTranslation('admin');
  const names = useNames();
  const organisationName = useOrganisationName();
  return [
    { id: 'address', label: t('mailboxes.address'), cell: (box) => <Address of={box.address} /> },
    { id: 'unit', label: t('mailboxes.unit'), cell: (box) => names.unit(box.unitId) || t('closedUnit') },
    { id: 'owner', label: t('owner'), cell: (box) => organisationName(box.organisationId) },
    { id: 'state', label: t('mailboxes.state'), cell: (box) => <MailboxState mailbox={box} /> },
    { id: 'checked', label: t('mailboxes.checked'), cell: (box) => (box.checkedAt ? <Time at={box.checkedAt} /> : t('mailboxes.never')) },
  ];
}
