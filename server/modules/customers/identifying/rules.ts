/** What is known of an identity code once it has been found valid: the code in its one spelling, and the day of birth it tells. */
export type IdentityCode = { code: string; born: Temporal.PlainDate };

const SHAPE = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Signs of the centuries, the newer ones since 2023 (asetus väestötietojärjestelmästä 128/2010, 2 §). */
const CENTURIES: Record<string, number> = { '+': 1800, ...signs('-YXWVU', 1900), ...signs('ABCDEF', 2000) };
/** 900–999 are given to nobody: temporary and test codes. */
const FIRST_TEST_SERIAL = 900;
const FIRST_SERIAL = 2;

/**
 * Reads a Finnish identity code (henkilötunnus). The sign between is part of the code, never left out: two people may differ by it alone.
 * `testRange`: in the demo only the codes that belong to nobody are taken, elsewhere only the others.
 */
export function readIdentityCode(text: string, today: Temporal.PlainDate, testRange: boolean): IdentityCode | undefined {
  const code = text.trim().toUpperCase();
  const [, day = '', month = '', year = '', sign = '', serial = '', check] = SHAPE.exec(code) ?? [];
  if (!check || CHECKS[Number(day + month + year + serial) % CHECKS.length] !== check) return undefined;
  const number = Number(serial);
  if (number < FIRST_SERIAL || number >= FIRST_TEST_SERIAL !== testRange) return undefined;
  const born = dateOf((CENTURIES[sign] ?? 0) + Number(year), Number(month), Number(day));
  if (!born || Temporal.PlainDate.compare(born, today) > 0) return undefined;
  return { code, born };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/** Reads a Finnish business id (Y-tunnus): seven digits, a hyphen and a check digit modulo 11, of which 1 is never given. */
export function readBusinessId(text: string): string | undefined {
  const id = text.trim();
  if (!/^\d{7}-\d$/.test(id)) return undefined;
  const remainder = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(id[index]), 0) % 11;
  if (remainder === 1) return undefined;
  return Number(id[8]) === (remainder === 0 ? 0 : 11 - remainder) ? id : undefined;
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function signs(all: string, century: number): Record<string, number> {
  return Object.fromEntries([...all].map((sign) => [sign, century]));
}
