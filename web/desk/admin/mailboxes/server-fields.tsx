import { useTranslation } from 'react-i18next';
import { Tap } from '../../../shared/ui/taps.tsx';
import type { Mailbox } from '../api.ts';
import { LineField, PickField } from '../fields/fields.tsx';

type Server = NonNullable<Mailbox['smtp']> & { folder?: string };
type Security = Server['security'];

const securities = ['tls', 'starttls', 'none'] as const;
const ports: Record<'imap' | 'smtp', Record<Security, number>> = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
};

type ServerFieldsProps = {
  which: 'imap' | 'smtp';
  value: Server | null;
  onChange: (server: Server | null) => void;
  password: string;
  onPassword: (password: string) => void;
};

/** Where mail is fetched from, or sent through. */
export function ServerFields({ which, value, onChange, password, onPassword }: ServerFieldsProps) {
  const { t } = useTranslation('admin');
  const fresh: Server = { host: '', port: ports[which].tls, security: 'tls', user: '', hasPassword: false };
  return (
    <section className="fields">
      <div>
        <h2 className="section-head">{t(`mailboxes.${which}`)}</h2>
        <Tap value={which} isSelected={value !== null} onChange={(isOn) => onChange(isOn ? fresh : null)}>
          {t(`mailboxes.${which}On`)}
        </Tap>
      </div>
      {value ? <ServerLines which={which} value={value} onChange={onChange} password={password} onPassword={onPassword} /> : null}
    </section>
  );
}

function ServerLines({ which, value, onChange, password, onPassword }: ServerFieldsProps & { value: Server }) {
  const { t } = useTranslation('admin');
  const change = (part: Partial<Server>) => onChange({ ...value, ...part });
  return (
    <div className="fields two">
      <LineField
        name={`${which}.host`}
        label={t('mailboxes.host')}
        value={value.host}
        onChange={(host) => change({ host: host.trim() })}
        autoComplete="off"
        isRequired
      />
      <PickField
        name={`${which}.security`}
        label={t('mailboxes.security')}
        options={securities.map((id) => ({ id, label: t(`mailboxes.securities.${id}`) }))}
        value={value.security}
        onChange={(id) => change({ security: id as Security, port: ports[which][id as Security] })}
      />
      <LineField
        name={`${which}.port`}
        label={t('mailboxes.port')}
        value={String(value.port || '')}
        onChange={(port) => change({ port: Number(port.replace(/\D/g, '')) })}
        inputMode="numeric"
      />
      {which === 'imap' ? (
        <LineField
          name="imap.folder"
          label={t('mailboxes.folder')}
          value={value.folder ?? 'INBOX'}
          onChange={(folder) => change({ folder })}
          autoComplete="off"
        />
      ) : (
        <span />
      )}
      <LineField
        name={`${which}.user`}
        label={t('mailboxes.user')}
        value={value.user}
        onChange={(user) => change({ user })}
        autoComplete="off"
      />
      <LineField
        name={which}
        type="password"
        label={t('mailboxes.password')}
        hint={value.hasPassword ? t('mailboxes.passwordKept') : t('mailboxes.passwordNone')}
        value={password}
        onChange={onPassword}
        autoComplete="new-password"
      />
    </div>
  );
}
