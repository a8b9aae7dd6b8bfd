import { dayOf } from '../../../../platform/clock/day.ts';
import type { OpeningHours } from '../../../../platform/clock/opening.ts';
import type { LocalText } from '../../services/types.ts';
import { type Change, openingOf, type Slot, spanOf, type ToldHours, weekdays, wholeDay } from '../hours.ts';
import { BY_APPOINTMENT, joinedNotes, textOfDays } from '../hours-words.ts';
import type { Complain } from '../records.ts';
import { type Fields, fieldsOf, listOf, momentOf, textOf } from '../shapes.ts';
import { localTextOf } from './texts.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Some write 15.30, to which the interface adds its seconds: "15.30:00". */
const TIME = /^(\d{1,2})[:.](\d{2})(:\d{2})?$/;

/** `serviceHours` of v11. What stands where a time should, "Ympärivuorokautinen päivystys.", is kept as words. */
export function hoursOf(
  value: unknown,
  today: Temporal.PlainDate,
  complain: Complain,
): { opening: OpeningHours | null; openingNotes: LocalText } {
  const told: ToldHours = { weeks: [], changes: [] };
  const notes: LocalText[] = [];
  for (const item of listOf(value).map(fieldsOf)) {
    const read = readSlots(item, complain);
    if (isException(item)) told.changes.push(...changeOf(item, read.slots, complain));
    else if (read.slots.length > 0) told.weeks.push({ from: dateOf(item.validFrom), until: endOf(item), slots: read.slots });
    notes.push(...read.notes, localTextOf(item.additionalInformation), item.isReservation === true ? BY_APPOINTMENT : {});
  }
  return { opening: openingOf(told, today), openingNotes: joinedNotes(notes) };
}

const isException = (item: Fields) => /^exception/i.test(textOf(item.serviceHourType) ?? '');

/** `validForNow` says that the end, even when one is written, is not meant. */
const endOf = (item: Fields) => (item.validForNow === true ? null : dateOf(item.validTo));

function readSlots(item: Fields, complain: Complain): { slots: Slot[]; notes: LocalText[] } {
  if (item.isAlwaysOpen === true) return { slots: weekdays.map(wholeDay), notes: [] };
  const worded = new Map<string, number[]>();
  const slots = listOf(item.openingHour)
    .map(fieldsOf)
    .flatMap((hour) => slotsOf(hour, worded, isException(item), complain));
  const days = new Set([...worded.values()].flat()).size;
  const notes = [...worded].map(([text, of]) => ({
    fi: textOfDays(text, of, 'fi', slots.length === 0 && of.length === days && days >= 5),
  }));
  return { slots, notes };
}

function slotsOf(hour: Fields, worded: Map<string, number[]>, exceptional: boolean, complain: Complain): Slot[] {
  const from = DAYS.indexOf(textOf(hour.dayFrom) ?? '') + 1;
  const to = DAYS.indexOf(textOf(hour.dayTo) ?? '') + 1 || from;
  const [opens, closes] = [timeOf(hour.from), timeOf(hour.to)];
  if (opens && closes && (from > 0 || exceptional) && isReal(opens, closes)) return spanOf(from, opens, to, closes);
  const words = wordsOf(hour.from);
  if (words && from > 0) worded.set(words, [...(worded.get(words) ?? []), from]);
  // An exception that is closed has no times, and needs none.
  else if (textOf(hour.from) || textOf(hour.to)) complain('hours-unreadable');
  return [];
}

/** The same time twice is a whole day at midnight and a mistake elsewhere. */
const isReal = (opens: string, closes: string) => opens !== '24:00' && (opens !== closes || opens === '00:00');

function timeOf(value: unknown): string | undefined {
  const [, hour, minute] = TIME.exec(textOf(value) ?? '') ?? [];
  if (hour === undefined || minute === undefined || Number(minute) > 59) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return Number(hour) < 24 || time === '24:00' ? time : undefined;
}

/** The interface adds seconds to whatever was written: "Aukioloaikoja ei määritetty.:00". */
function wordsOf(value: unknown): string | undefined {
  const text = textOf(value)?.replace(/:00$/, '').trim();
  return text && /[a-zåäö]{3}/i.test(text) ? text : undefined;
}

function changeOf(item: Fields, slots: readonly Slot[], complain: Complain): Change[] {
  const from = dateOf(item.validFrom);
  if (!from) {
    complain('hours-unreadable');
    return [];
  }
  const held = slots.map((slot) => ({ ...slot, weekday: slot.weekday > 0 ? slot.weekday : null }));
  return [{ from, until: dateOf(item.validTo) ?? from, closed: item.isClosed === true, slots: held }];
}

/** The interface writes local midnights in UTC: 24 December begins at 2026-12-23T22:00:00Z. A moment without a zone is local. */
function dateOf(value: unknown): Temporal.PlainDate | null {
  const text = textOf(value);
  if (!text) return null;
  if (/^\d{4}-\d\d-\d\d/.test(text) && !/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.PlainDate.from(text.slice(0, 10));
  const moment = momentOf(text);
  return moment && dayOf(moment);
}
