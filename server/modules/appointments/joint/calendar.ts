import type { Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { codeWords } from '../booking/code-words.ts';
import { openContact } from '../booking/contact.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { type CalendarEntry, writeCalendar } from '../calendar/writing.ts';
import { placeAmong } from '../stops/places.ts';
import type { JointRow } from './queries.ts';

type Point = { id: string; street: string; postalCode: string; city: string };
type Deps = { keys: Keyring; publicUrl: string; clock: { now(): Temporal.Instant } };

/** A visit as one entry, from its first part to its last; a course as an entry for each meeting. In neutral words, as of one appointment. */
export function jointCalendarOf(
  { keys, publicUrl, clock }: Deps,
  joint: JointRow,
  parts: readonly AppointmentRow[],
  points: readonly Point[],
  locale: Locale,
): string {
  const b = translator(locale, 'booking');
  const host = new URL(publicUrl).hostname;
  const [first] = parts as [AppointmentRow];
  const code = openContact(keys, first.id, first.contact)?.code;
  const summary = b(first.pointId ? 'calendar.summary' : `calendar.${first.way === 'phone' ? 'phone' : 'remote'}`);
  const words = { stamp: clock.now(), summary };
  const description = code ? b('calendar.code', { code: codeWords(code) }) : null;
  const live = parts.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  const method = live.length === 0 ? 'CANCEL' : 'PUBLISH';
  if (joint.kind === 'series') return writeCalendar(parts.map(meeting), method);
  const { startsAt } = live[0] ?? first;
  const { endsAt } = live.at(-1) ?? (parts.at(-1) as AppointmentRow);
  const cancelled = live.length === 0;
  const entry = {
    ...words,
    location: locationOf(placeAmong(points, first)),
    uid: `${joint.id}@${host}`,
    sequence: joint.sequence,
    startsAt,
    endsAt,
    cancelled,
  };
  return writeCalendar([{ ...entry, description: cancelled ? null : description }], method);

  function meeting(part: AppointmentRow): CalendarEntry {
    const { id, sequence, startsAt, endsAt, state } = part;
    const cancelled = state === 'cancelled' || state === 'expired';
    return {
      ...words,
      location: locationOf(placeAmong(points, part)),
      uid: `${id}@${host}`,
      sequence,
      startsAt,
      endsAt,
      cancelled,
      description: null,
    };
  }
}

const locationOf = (point: Point | undefined): string | null =>
  point ? [point.street, [point.postalCode, point.city].filter(Boolean).join(' ')].filter(Boolean).join(', ') : null;
