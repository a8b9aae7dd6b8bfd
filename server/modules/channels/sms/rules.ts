/** As networks take it (E.164): Finnish numbers as people write them get their country; undefined for what is no number. */
export function internationalNumber(phone: string | null): string | undefined {
  const digits = (phone ?? '')
    .replace('(0)', '')
    .replace(/[\s()-]/g, '')
    .replace(/^00/, '+');
  const number = /^0\d/.test(digits) ? `+358${digits.slice(1)}` : digits;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}
