import type { Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { codeWords } from '../booking/code-words.ts';
import { openContact } from '../booking/contact.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { type CalendarEntry, writeCalendar } from '../calendar/writing.ts';
import { placeAmong } from '../stops/places.ts';
import type { JointRow } from './queries.ts';
import { stretchesOf } from './stretches.ts';

type Point = { id: string; street: string; postalCode: string; city: string };
type Deps = { keys: Keyring; publicUrl: string; clock: { now(): Temporal.Instant } };

/**
 * A visit as one entry, from its first part to its last, or one for each stretch where its parts are apart; a course as an entry for each
 * meeting. In neutral words, as of one appointment.
 */
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
  if (joint.kind === 'series') return writeCalendar(parts.map(meeting));
  const stretches = stretchesOf(live);
  const visit = stretches.length > 0 ? stretches.map(stretch) : [entry(parts, joint.id, true)];
  return writeCalendar([...visit, ...(joint.apart ? leftOver(stretches) : [])]);

  /** The first keeps the name that the whole has had; the others have that of their first part. */
  function stretch(those: readonly AppointmentRow[], at: number): CalendarEntry {
    return entry(those, at === 0 ? joint.id : (those[0] as AppointmentRow).id, false);
  }

  /** What may have had an entry of its own, and has none now. */
  function leftOver(stretches: readonly AppointmentRow[][]): CalendarEntry[] {
    const heads = new Set(stretches.slice(1).map(([head]) => head?.id));
    return parts.filter(({ id }) => !heads.has(id)).map((part) => entry([part], part.id, true));
  }

  function entry(those: readonly AppointmentRow[], id: string, cancelled: boolean): CalendarEntry {
    const [head, last] = [those[0], those.at(-1)] as [AppointmentRow, AppointmentRow];
    return {
      ...words,
      location: locationOf(placeAmong(points, head)),
      uid: `${id}@${host}`,
      sequence: joint.sequence,
      startsAt: head.startsAt,
      endsAt: last.endsAt,
      cancelled,
      description: cancelled ? null : description,
    };
  }

  function meeting(part: AppointmentRow): CalendarEntry {
    const { id, sequence, state } = part;
    const cancelled = state === 'cancelled' || state === 'expired';
    return { ...entry([part], id, cancelled), sequence, description: null };
  }
}

const locationOf = (point: Point | undefined): string | null =>
  point ? [point.street, [point.postalCode, point.city].filter(Boolean).join(' ')].filter(Boolean).join(', ') : null;
