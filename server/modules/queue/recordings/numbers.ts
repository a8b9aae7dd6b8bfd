import type { Language } from './schema.ts';

/** Calls say numbers up to here of pieces made beforehand; no letter of a point comes further in a day. */
const LAST = 9_999;

/**
 * What a number is said of, one piece after another: thousands, hundreds, the rest. 112: "sata," "kaksitoista."; "hundra," "tolv.";
 * "one hundred and," "twelve.". A piece that goes on ends in a comma, the last one in a full stop: so the voice knows where it falls.
 */
export function numberPieces(language: Language, number: number): string[] {
  if (number > LAST || number < 100) return [`${number}.`];
  const [unit, rest] = number < 1_000 ? [100, number % 100] : [1_000, number % 1_000];
  if (rest === 0) return [`${number}.`];
  return [goingOn(language, number - rest, unit, rest), ...numberPieces(language, rest)];
}

/** British English says "and" before what is less than a hundred, also after thousands. */
const goingOn = (language: Language, round: number, unit: number, rest: number): string =>
  `${round}${language === 'en' && (unit === 100 || rest < 100) ? ' and' : ''},`;

/** Each piece that numbers are said of, once. */
export function piecesOfAllNumbers(language: Language): string[] {
  const numbers = Array.from({ length: 100 }, (_, rest) => rest);
  const round = Array.from({ length: 9 }, (_, digit) => [(digit + 1) * 100, (digit + 1) * 1_000]).flat();
  const going = round.flatMap((number) => [number, number + 1, number + 100]).filter((number) => number <= LAST);
  return [...new Set([...numbers, ...going].flatMap((number) => numberPieces(language, number)))];
}
