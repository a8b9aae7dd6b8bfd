const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** Spaces and hyphens of every kind, and the joiner that keeps a number on one line of a screen: it comes along when copied. */
export const APART = /[\s\u2060\u2010-\u2015-]/g;

/** The digits of a spoken or typed matter number ("41 72 83-1", "asia 4172831"), or null when the check digit is wrong. */
export function readMatterNumber(words: string): string | null {
  const digits = words.replace(APART, '').match(/^[^\d]*(\d{5,12})$/)?.[1];
  return digits && damm(digits) === 0 ? digits : null;
}

/** As people say it: pairs, and the check digit apart. The same is made in `web/shared/ui` for the screen. */
export function sayMatterNumber(number: string): string {
  const body = number.slice(0, -1);
  const head = body.length % 2 ? [body.slice(0, 1)] : [];
  const pairs = body.slice(head.join('').length).match(/../g) ?? [];
  return `${[...head, ...pairs].join(' ')}-${number.slice(-1)}`;
}

/** Damm's check: catches every single wrong digit and every swap of neighbours; 0 means right. */
function damm(digits: string): number {
  let check = 0;
  for (const digit of digits) check = Number(table[check]?.[Number(digit)]);
  return check;
}
