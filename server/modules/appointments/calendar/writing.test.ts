import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, writeCalendar } from './writing.ts';

const at = (text: string) => Temporal.Instant.from(text);
const entry: CalendarEntry = {
  uid: '7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10@polku.example',
  sequence: 0,
  stamp: at('2027-03-01T06:30:15.123Z'),
  startsAt: at('2027-03-28T00:30:00Z'),
  endsAt: at('2027-03-28T01:30:00Z'),
  cancelled: false,
  summary: 'Aika palvelupisteessä',
  location: 'Mallilan palvelupiste; Torikatu 4, 00999 Mallila',
  description:
    'Koodi: K7M4PX\nKäy “takaoven” kautta: C:\\ei, pitkä rivi ääkkösineen jatkuu ja jatkuu yli seitsemänkymmenenviiden oktetin rajan 🧭.',
};
const read = (text: string) => Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT') as VEvent[];
const momentOf = (value: unknown) => (value as { toISOString(): string }).toISOString();

describe('a calendar entry, read by another’s parser', () => {
  test('says what was written, also over the night when summer time begins', () => {
    const [one] = read(writeCalendar([entry]));
    expect(one).toMatchObject({
      uid: entry.uid,
      summary: entry.summary,
      location: entry.location,
      description: entry.description,
      status: 'CONFIRMED',
    });
    expect(Number(one?.sequence)).toBe(0);
    expect(momentOf(one?.start)).toBe('2027-03-28T00:30:00.000Z');
    expect(momentOf(one?.end)).toBe('2027-03-28T01:30:00.000Z');
    expect(momentOf(one?.dtstamp)).toBe('2027-03-01T06:30:15.000Z');
  });

  test('an update and a cancellation are the same entry with a higher number', () => {
    const moved = { ...entry, sequence: 1, startsAt: at('2027-10-31T01:00:00Z'), endsAt: at('2027-10-31T01:30:00Z') };
    const [first] = read(writeCalendar([entry]));
    const [second] = read(writeCalendar([moved]));
    const [third] = read(writeCalendar([{ ...moved, sequence: 2, cancelled: true }]));
    expect([second?.uid, third?.uid]).toEqual([first?.uid, first?.uid]);
    expect([first, second, third].map((one) => Number(one?.sequence))).toEqual([0, 1, 2]);
    expect(momentOf(second?.start)).toBe('2027-10-31T01:00:00.000Z');
    expect(third).toMatchObject({ status: 'CANCELLED' });
  });

  test('no line is longer than 75 octets, every line ends as it should, and no text begins a line of its own', () => {
    const text = writeCalendar([{ ...entry, summary: 'Aika\r\nATTENDEE:mailto:x@y.example\u0000', description: 'ä'.repeat(500) }]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/^ATTENDEE/m);
    expect(read(text)[0]?.description).toBe('ä'.repeat(500));
  });
});
