import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mailbox, mailboxes } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { LineField, PickField } from '../fields/fields.tsx';
import { noNames } from '../fields/missing.ts';
import { useOnlyOwner } from '../fields/owner-field.tsx';
import { keys } from '../queries.ts';
import { useAdministered, useOrganisationName } from '../words.ts';
import { type Details, MailboxFields, missingIn, serverOf } from './mailbox-fields.tsx';

const nothing: Details & { address: string } = {
  address: '',
  displayName: noNames,
  unitId: '',
  language: 'fi',
  imap: { host: '', port: 993, security: 'tls', user: '', folder: 'INBOX', hasPassword: false },
  smtp: { host: '', port: 465, security: 'tls', user: '', hasPassword: false },
  plusAddresses: true,
  autoAnswer: true,
  active: true,
  version: 0,
};

export function NewMailboxPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const [passwords, setPasswords] = useState({ imap: '', smtp: '' });
  const edit = useEdit('mailboxes/new', { ...nothing, organisationId: useOnlyOwner() });
  const saving = useSaving([keys.mailboxes]);
  const { address, organisationId, version: _, imap, smtp, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: [...(address.trim() ? [] : ['address']), ...(organisationId ? [] : ['organisationId']), ...missingIn(edit.value)],
      send: () =>
        mailboxes.create({
          ...details,
          language: details.language as 'fi' | 'sv' | 'en',
          address: address.trim(),
          organisationId: organisationId ?? '',
          imap: serverOf(imap, passwords.imap),
          smtp: serverOf(smtp, passwords.smtp),
        }),
      said: t('added', { what: address }),
      onDone: (mailbox) => onClose((mailbox as Mailbox).id),
    });
  return (
    <EditPanel
      isNew
      title={t('mailboxes.add')}
      facts={t('mailboxes.addHint')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <section className="fields">
        <LineField
          name="address"
          type="email"
          label={t('mailboxes.address')}
          value={address}
          onChange={(written) => edit.change({ address: written })}
          isRequired
          autoFocus
        />
        <OwnerField value={organisationId} onChange={(chosen) => edit.change({ organisationId: chosen, unitId: '' })} />
      </section>
      <MailboxFields
        organisationId={organisationId}
        value={edit.value}
        onChange={edit.change}
        passwords={passwords}
        onPasswords={setPasswords}
      />
    </EditPanel>
  );
}

/** A mailbox belongs to an organisation one administers oneself: letters are read there. */
function OwnerField({ value, onChange }: { value: string | null; onChange: (organisationId: string | null) => void }) {
  const { t } = useTranslation('admin');
  const organisationName = useOrganisationName();
  return (
    <PickField
      name="organisationId"
      label={t('owner')}
      options={useAdministered().map((id) => ({ id, label: organisationName(id) }))}
      value={value}
      onChange={onChange}
    />
  );
}
