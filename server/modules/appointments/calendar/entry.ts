import type { Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { codeWords } from '../booking/code-words.ts';
import { openContact } from '../booking/contact.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { writeCalendar } from './writing.ts';

type Point = { street: string; postalCode: string; city: string };
type Deps = { keys: Keyring; publicUrl: string; clock: { now(): Temporal.Instant } };

/** One appointment as a file for a calendar. Neither an authority nor the service stands in it; where, only as an address. */
export function calendarOf({ keys, publicUrl, clock }: Deps, one: AppointmentRow, point: Point | undefined, locale: Locale): string {
  const b = translator(locale, 'booking');
  const code = openContact(keys, one.id, one.contact)?.code;
  const cancelled = one.state === 'cancelled';
  const entry = {
    uid: `${one.id}@${new URL(publicUrl).hostname}`,
    sequence: one.sequence,
    stamp: clock.now(),
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    cancelled,
    summary: b(point ? 'calendar.summary' : `calendar.${one.way === 'phone' ? 'phone' : 'remote'}`),
    location: point ? [point.street, [point.postalCode, point.city].filter(Boolean).join(' ')].filter(Boolean).join(', ') : null,
    description: code && !cancelled ? b('calendar.code', { code: codeWords(code) }) : null,
  };
  return writeCalendar([entry]);
}
