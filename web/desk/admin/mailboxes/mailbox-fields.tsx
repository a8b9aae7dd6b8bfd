import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/ui/choice.tsx';
import { Tap } from '../../../shared/ui/taps.tsx';
import { useSession } from '../../session.tsx';
import type { Mailbox } from '../api.ts';
import { PickField } from '../fields/fields.tsx';
import { missingNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { useLanguageName, useNameHere } from '../words.ts';
import { ServerFields } from './server-fields.tsx';

export type Details = Pick<
  Mailbox,
  'displayName' | 'unitId' | 'language' | 'imap' | 'smtp' | 'plusAddresses' | 'autoAnswer' | 'active' | 'version'
>;
/** Written anew; never kept in the browser. */
export type Passwords = { imap: string; smtp: string };

export const missingIn = (value: Details) => [
  ...missingNames('displayName', value.displayName),
  ...(value.unitId ? [] : ['unitId']),
  ...(['imap', 'smtp'] as const).filter((name) => value[name] && !value[name].host.trim()).map((name) => `${name}.host`),
];

type Server = NonNullable<Details['smtp']>;

/** As it is sent: whether a password is kept is the server's to know. */
export function serverOf<Kept extends Server>(server: Kept | null, password: string): Omit<Kept, 'hasPassword'> | null {
  if (!server) return null;
  const { hasPassword: _, ...rest } = server;
  return { ...rest, ...(password ? { password } : {}) };
}

type MailboxFieldsProps = {
  organisationId: string | null;
  value: Details;
  onChange: (change: Partial<Details>) => void;
  passwords: Passwords;
  onPasswords: (passwords: Passwords) => void;
};

export function MailboxFields({ organisationId, value, onChange, passwords, onPasswords }: MailboxFieldsProps) {
  const { t } = useTranslation('admin');
  const languageName = useLanguageName();
  return (
    <>
      <section className="fields">
        <NamesField
          name="displayName"
          label={t('mailboxes.displayName')}
          hint={t('mailboxes.displayNameHint')}
          value={value.displayName}
          onChange={(displayName) => onChange({ displayName })}
        />
        <UnitField organisationId={organisationId} value={value.unitId} onChange={(unitId) => onChange({ unitId })} />
        <Choice
          label={t('mailboxes.language')}
          options={(['fi', 'sv', 'en'] as const).map((id) => ({ id, label: languageName(id) }))}
          value={value.language}
          onChange={(language) => onChange({ language })}
        />
      </section>
      <ServerFields
        which="imap"
        value={value.imap}
        onChange={(imap) => onChange({ imap: imap && { folder: 'INBOX', ...imap } })}
        password={passwords.imap}
        onPassword={(imap) => onPasswords({ ...passwords, imap })}
      />
      <ServerFields
        which="smtp"
        value={value.smtp}
        onChange={(smtp) => onChange({ smtp })}
        password={passwords.smtp}
        onPassword={(smtp) => onPasswords({ ...passwords, smtp })}
      />
      <section className="fields">
        <h2>{t('mailboxes.habits')}</h2>
        <Habit name="autoAnswer" isOn={value.autoAnswer} onChange={(autoAnswer) => onChange({ autoAnswer })} />
        <Habit name="plusAddresses" isOn={value.plusAddresses} onChange={(plusAddresses) => onChange({ plusAddresses })} />
        <Habit name="active" isOn={value.active} onChange={(active) => onChange({ active })} />
      </section>
    </>
  );
}

type HabitProps = { name: 'autoAnswer' | 'plusAddresses' | 'active'; isOn: boolean; onChange: (isOn: boolean) => void };

function Habit({ name, isOn, onChange }: HabitProps) {
  const { t } = useTranslation('admin');
  return (
    <div>
      <Tap value={name} isSelected={isOn} onChange={onChange}>
        {t(`mailboxes.${name}`)}
      </Tap>
      <p className="hint">{t(`mailboxes.${name}Hint`)}</p>
    </div>
  );
}

function UnitField({
  organisationId,
  value,
  onChange,
}: {
  organisationId: string | null;
  value: string;
  onChange: (unitId: string) => void;
}) {
  const { t } = useTranslation('admin');
  const { directory } = useSession();
  const nameHere = useNameHere();
  const units = directory.units.filter((unit) => unit.organisationId === organisationId);
  return (
    <PickField
      name="unitId"
      label={t('mailboxes.unit')}
      hint={t('mailboxes.unitHint')}
      options={units.map(({ id, name }) => ({ id, label: nameHere(name) }))}
      value={value || null}
      onChange={(unitId) => onChange(unitId ?? '')}
    />
  );
}
