/** A day as people write it ("27.11.2026", "27/11/2026", "27-11-2026", "2026-11-27") as it goes over the wire; null when it is no day. */
export function dayOf(text: string): string | null {
  const plain = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain);
  const [year, month, day] = iso ? iso.slice(1) : written ? written.slice(1).reverse() : [];
  return year && month && day ? checked(Number(year), Number(month), Number(day)) : null;
}

/** 27.11.2026, in British English 27/11/2026. */
export function dayIn(day: string, language: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return [date, month, year].join(language.startsWith('en') ? '/' : '.');
}

function checked(year: number, month: number, day: number): string | null {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > longest || year < 1900) return null;
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
