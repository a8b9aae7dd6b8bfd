/** "4", "2,5" or "2.5" in minutes; null when it is no time span. */
export function minutesOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 60);
}

/** Minutes in hours, with the language's decimal mark. */
export function hoursOf(minutes: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(minutes / 60);
}

/** A time of day as people write it ("9", "9.30", "0930", "9:30", "24") as `09:30`; null when it is none. */
export function clockOf(text: string): string | null {
  const found = /^(\d{1,2})(?:[.:]?([0-5]\d))?$/.exec(text.trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), found[2] ?? '00'];
  if (hour > 24 || (hour === 24 && minute !== '00')) return null;
  return `${String(hour).padStart(2, '0')}:${minute}`;
}

/** `09:30` as the language writes it: 9.30, 9.30, 9:30; full hours without minutes in a summary, but in English, which has no "at 9–16". */
export function clockIn(clock: string, language: string, look: 'full' | 'short' = 'full'): string {
  const [hour = '', minute = ''] = clock.split(':');
  const isEnglish = language.startsWith('en');
  if (look === 'short' && minute === '00' && !isEnglish) return String(Number(hour));
  return `${Number(hour)}${isEnglish ? ':' : '.'}${minute}`;
}
