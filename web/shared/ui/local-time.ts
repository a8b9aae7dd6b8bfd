/** The value of a date-and-time field is Finland's clock, wherever the computer thinks it is. */
const zone = 'Europe/Helsinki';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "2026-11-27T13:00" for a field, from a moment. */
export function localOf(iso: string): string {
  return clock.format(Date.parse(iso)).replace(' ', 'T');
}

/** The present, for a field. */
export function localNow(): string {
  return clock.format(Date.now()).replace(' ', 'T');
}

/** The moment of a field's value; null when it is empty or no time. In the hour that comes twice in autumn, the first one. */
export function momentOfLocal(local: string): string | null {
  const wished = Date.parse(`${local}Z`);
  if (Number.isNaN(wished)) return null;
  // Both offsets that hold around that day; summer time is ahead, so its moment is the earlier one.
  const candidates = [-12, 12].map((hours) => wished - offsetAt(wished + hours * 3_600_000)).sort((one, other) => one - other);
  const moment = candidates.find((candidate) => candidate + offsetAt(candidate) === wished) ?? candidates[1] ?? wished;
  return new Date(moment).toISOString();
}

function offsetAt(epoch: number): number {
  return Date.parse(`${clock.format(epoch).replace(' ', 'T')}Z`) - Math.floor(epoch / 60_000) * 60_000;
}
