/** What was typed, read in every way it may be meant. */
export type Words = {
  number: string | null;
  /** For `like` over what a customer is found by; null when under three characters: a trigram index has nothing to hold on to. */
  pattern: string | null;
  /** For names with a typo; null when it does not look like a name. */
  name: string | null;
  /** For `to_tsquery`; null when nothing in it is a word. */
  tsquery: string | null;
};

export function readWords(typed: string, number: string | null): Words {
  const text = typed.normalize().toLowerCase();
  const wanted = phoneDigits(text) ?? text;
  return {
    number,
    pattern: wanted.length >= 3 ? `%${wanted.replace(/[\\%_]/g, '\\$&')}%` : null,
    name: /^\p{L}[\p{L}\p{M} .'’-]{3,59}$/u.test(text) ? text : null,
    tsquery: prefixQuery(text) || null,
  };
}

/** A phone number in the national form without spaces, as the database keeps it beside the one that was written. */
function phoneDigits(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  return digits.length >= 5 && /^[+\d\s()-]+$/.test(text) ? digits.replace(/^(00)?358/, '0') : undefined;
}

/** Every word as a prefix, all of them needed: "asumis hakem" finds "asumistuen hakemus". Nothing but letters and digits gets in. */
function prefixQuery(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ');
}
