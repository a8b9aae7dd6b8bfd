import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../server/modules/matters/contacts/schema.ts';
import type { Message } from '../../../server/modules/matters/messages/schema.ts';
import { minutesBetween } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';
import { isChannel } from '../words.ts';
import { MessageBody, useWriter } from './message-entry.tsx';

/** "Phone call from the customer", "6 min · Aino Korpela". */
export function useContactWords() {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { duration } = useTimes();
  const writer = useWriter();
  return (contact: Contact, messages: readonly Message[], isFirst: boolean) => {
    const known = isChannel(contact.channel) ? contact.channel : 'internal';
    // A form opens its matter: a later occasion of the web is the customer's own page.
    const channel = known === 'web' && !isFirst ? 'link' : known;
    const minutes = contact.endedAt ? minutesBetween(contact.startedAt, contact.endedAt) : 0;
    const files = messages.reduce((sum, message) => sum + message.files.length, 0);
    const point = contact.channel === 'counter' ? names.point(contact.pointId) : '';
    const facts = [
      messages.map(writer).find(Boolean),
      minutes > 0 ? duration(minutes) : '',
      files > 0 ? t('messages.files', { count: files }) : '',
      messages.length === 0 ? contact.personName : '',
    ];
    const title = t(`contacts.${contact.direction}.${channel}`);
    return { title: point ? `${title}, ${point}` : title, facts: facts.filter(Boolean).join(' · ') };
  };
}

export function ContactBody({ contact, messages }: { contact: Contact; messages: readonly Message[] }) {
  const said = contact.summary && !messages.some((message) => message.body.startsWith(contact.summary.slice(0, 60)));
  return (
    <>
      {said ? <p className="quiet said">{contact.summary}</p> : null}
      {messages.map((message) => (
        <MessageBody key={message.id} message={message} />
      ))}
    </>
  );
}
