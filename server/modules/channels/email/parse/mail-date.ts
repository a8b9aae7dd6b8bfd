const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones: Record<string, string> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  eet: '+02:00',
  eest: '+03:00',
  cet: '+01:00',
  cest: '+02:00',
};

const usual =
  /(\d{1,2})[ -]{1,3}([a-z]{3})[a-z]{0,6}[ .,-]{1,3}(\d{2,4})[ ,]{1,3}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d{1,6})?\s{0,3}([+-]\d{2}:?\d{2}|[a-z]{1,5})?/i;
const ctime = /([a-z]{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) (?:([a-z]{3,4}|[+-]\d{4}) )?(\d{4})(?: ([+-]\d{4}))?/i;

/** RFC 5322 date with its old forms, ctime and ISO 8601; null where no moment can be told. */
export function parseMailDate(value: string): Temporal.Instant | null {
  const text = value.slice(0, 200);
  return iso(text) ?? fromUsual(usual.exec(text)) ?? fromCtime(ctime.exec(text));
}

function iso(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text.trim());
  } catch {
    return null;
  }
}

function fromUsual(match: RegExpExecArray | null): Temporal.Instant | null {
  if (!match) return null;
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '0', zone = ''] = match;
  return instant({ year: fullYear(year), month: monthNumber(month), day: +day, hour: +hour, minute: +minute, second: +second }, zone);
}

function fromCtime(match: RegExpExecArray | null): Temporal.Instant | null {
  if (!match) return null;
  const [, month = '', day = '', hour = '', minute = '', second = '', name = '', year = '', offset = ''] = match;
  return instant({ year: +year, month: monthNumber(month), day: +day, hour: +hour, minute: +minute, second: +second }, offset || name);
}

type Fields = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function instant(fields: Fields, zone: string): Temporal.Instant | null {
  try {
    const second = Math.min(fields.second, 59);
    return Temporal.PlainDateTime.from({ ...fields, second }, { overflow: 'reject' })
      .toZonedDateTime(offsetOf(zone))
      .toInstant();
  } catch {
    return null;
  }
}

function monthNumber(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

// RFC 5322 section 4.3: two digits below 50 are this century, three digits count from 1900.
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function offsetOf(zone: string): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return zones[zone.toLowerCase()] ?? '+00:00';
}
