/** One appointment as a calendar takes it. The words are neutral: whoever sees somebody's calendar learns nothing of whose customer they are. */
export type CalendarEntry = {
  uid: string;
  /** Counted up for each change (RFC 5545, 3.8.7.4): an entry with a higher one takes the place of what the calendar has. */
  sequence: number;
  stamp: Temporal.Instant;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  cancelled: boolean;
  summary: string;
  location: string | null;
  description: string | null;
  /** A timetable that anybody may see; else private, and one is busy then. */
  isPublic?: boolean;
};

/**
 * A file of RFC 5545, in UTC, so that no calendar needs to know our zone's rules. It says what is; what somebody is asked to do with it (RFC
 * 5546) and by whom is written by the channel that carries it to them.
 */
export function writeCalendar(entries: readonly CalendarEntry[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Polku//Ajanvaraus//FI', 'CALSCALE:GREGORIAN'];
  return [...lines, ...entries.flatMap(entryLines), 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines({
  uid,
  sequence,
  stamp,
  startsAt,
  endsAt,
  cancelled,
  summary,
  location,
  description,
  isPublic,
}: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${inUtc(stamp)}`,
    `DTSTART:${inUtc(startsAt)}`,
    `DTEND:${inUtc(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `CLASS:${isPublic ? 'PUBLIC' : 'PRIVATE'}`,
    `TRANSP:${isPublic ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** "20270301T070000Z" (3.3.5, form 2). */
const inUtc = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

/** 3.3.11: a line of text cannot hold a line break, and its separators are marked. Other controls have no place in it at all. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const MOST_OCTETS = 75;

/** 3.1: no line is longer than 75 octets; what is longer goes on after a space. A letter of several octets is never cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MOST_OCTETS) {
      rows.push(row);
      [row, octets] = [' ', 1];
    }
    row += sign;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}
