import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mailbox, mailboxes } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useOrganisationName } from '../words.ts';
import { Connections } from './connections.tsx';
import { type Details, MailboxFields, missingIn, type Passwords, serverOf } from './mailbox-fields.tsx';

const fields = ['displayName', 'unitId', 'language', 'imap', 'smtp', 'plusAddresses', 'autoAnswer', 'active', 'version'] as const;
const detailsOf = (box: Mailbox): Details => pick(box, fields) as Details;
const noPasswords: Passwords = { imap: '', smtp: '' };

export function MailboxPanel({ mailbox, onClose }: { mailbox: Mailbox; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const organisationName = useOrganisationName();
  const [passwords, setPasswords] = useState(noPasswords);
  const edit = useEdit(`mailboxes/${mailbox.id}`, detailsOf(mailbox));
  const saving = useSaving([keys.mailboxes]);
  const latest = useLatest(keys.mailboxes, mailboxes.list, mailbox.id, detailsOf);
  const send = (change: Partial<Details>, now: Details = edit.value) => {
    const { imap: _, smtp: __, ...rest } = change;
    const servers = (['imap', 'smtp'] as const)
      .filter((name) => name in change || passwords[name] !== '')
      .map((name) => [name, serverOf(edit.value[name], passwords[name])]);
    return mailboxes.change(mailbox.id, { ...rest, ...Object.fromEntries(servers), version: now.version });
  };
  const hasPassword = passwords.imap !== '' || passwords.smtp !== '';
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send,
      said: t('saved', { what: mailbox.address }),
      onDone: () => setPasswords(noPasswords),
    });
  return (
    <EditPanel
      title={mailbox.address}
      facts={organisationName(mailbox.organisationId)}
      isNew={hasPassword}
      edit={edit}
      saving={saving}
      labels={{
        displayName: t('mailboxes.displayName'),
        unitId: t('mailboxes.unit'),
        language: t('mailboxes.language'),
        imap: t('mailboxes.imap'),
        smtp: t('mailboxes.smtp'),
        plusAddresses: t('mailboxes.plusAddresses'),
        autoAnswer: t('mailboxes.autoAnswer'),
        active: t('mailboxes.active'),
      }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Connections mailbox={mailbox} hasUnsaved={edit.changed.length > 0 || hasPassword} />
      <MailboxFields
        organisationId={mailbox.organisationId}
        value={edit.value}
        onChange={edit.change}
        passwords={passwords}
        onPasswords={setPasswords}
      />
    </EditPanel>
  );
}
