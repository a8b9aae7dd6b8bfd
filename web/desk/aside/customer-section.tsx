import { IdCard, ShieldAlert, User } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identification } from '../../../server/modules/matters/contacts/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { changeContact } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { useChannelName, useNameless } from '../words.ts';
import { CustomerPanel } from './customer-panel.tsx';

export function CustomerSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const nameless = useNameless();
  const [isEditing, setEditing] = useState(false);
  const { customer } = page;
  const name = [customer.givenName, customer.familyName].filter(Boolean).join(' ');
  return (
    <section className="section" aria-labelledby="customer">
      <div className="section-head">
        <h2 id="customer">{name || nameless(page.openedChannel)}</h2>
        {page.may.write ? (
          <Button kind="plain" size="small" push onPress={() => setEditing(true)}>
            {t('customer.edit')}
          </Button>
        ) : null}
      </div>
      {customer.restricted ? (
        <p className="restricted">
          <Icon of={ShieldAlert} />
          <span>{t('customer.restricted')}</span>
        </p>
      ) : null}
      <IdentificationLevel page={page} />
      <IdentifyNow page={page} />
      <Facts page={page} />
      {isEditing ? <CustomerPanel page={page} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

/** When and where it held: an old identification says nothing about who writes now. */
function IdentificationLevel({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const channelName = useChannelName();
  const { date } = useTimes();
  const { level, at, channel, current } = page.identification;
  // Said by the choice below.
  if (contactAtHand(page) && (current || level === 'none')) return null;
  const isSure = level === 'document-seen' || level === 'strong' || level === 'mandate';
  return (
    <p className="id-level">
      <span className={isSure ? 'good' : 'quiet'}>
        <Icon of={isSure ? IdCard : User} />
      </span>
      <span>
        {names.item('identificationLevels', level)}
        {at && channel ? (
          <span className="quiet small id-when">
            {t(current ? 'customer.identifiedNow' : 'customer.identifiedThen', { date: date(at), channel: channelName(channel) })}
          </span>
        ) : null}
      </span>
    </p>
  );
}

/** While a contact is going on, what the advisor has seen of who it is; what may be told follows from it. */
function IdentifyNow({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { run } = useDeed([keys.matter(page.id)]);
  const contact = contactAtHand(page);
  if (!contact) return null;
  // Whoever is identified now is here: a talk that had ended goes on.
  const change = (level: string) =>
    void run(() => changeContact(contact.id, { identification: level as Identification, endedAt: null, version: contact.version }));
  return (
    <p className="identify">
      <Select
        look="line"
        label={t('customer.identifyNow')}
        options={names.items('identificationLevels')}
        value={contact.identification}
        onChange={change}
      />
    </p>
  );
}

function contactAtHand(page: MatterPage) {
  return page.may.write ? page.contacts.findLast((one) => one.wrappedAt === null) : undefined;
}

function Facts({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { customer } = page;
  const address = [customer.street, [customer.postalCode, customer.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const facts: [string, string | null][] = [
    [t('customer.language'), names.item('serviceLanguages', page.language)],
    [t('customer.email'), customer.email],
    [
      t('customer.phone'),
      customer.phone && customer.phoneUnconfirmed ? t('customer.unconfirmed', { phone: customer.phone }) : customer.phone,
    ],
    [t('customer.address'), address || null],
    [t('customer.digitalSkill'), customer.digitalSkill ? names.item('digitalSkillLevels', customer.digitalSkill) : null],
    [t('customer.actingFor'), page.actingFor ? `${page.actingFor.name} (${t(`matter.grounds.${page.actingFor.ground}`)})` : null],
    [t('customer.earlier'), page.earlierMatters > 0 ? t('customer.earlierMatters', { count: page.earlierMatters }) : null],
  ];
  return (
    <dl className="facts-list">
      {facts
        .filter((fact): fact is [string, string] => Boolean(fact[1]))
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{name === t('customer.email') ? <Address of={value} /> : value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** An e-mail address too long for its line goes on after the at sign or before a dot, never inside a word. */
function Address({ of }: { of: string }) {
  return of.split(/(?<=@)|(?=\.)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never moved
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
