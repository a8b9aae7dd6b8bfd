/** A light English stem: plurals, -ing, -ed, -er, -ion and the like. */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  return withoutSilent(withoutDerivation(withoutTense(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (/ies$/u.test(word)) return word.replace(/(?<=.{2})ies$/u, 'y');
  if (/(?:sses|shes|ches|xes)$/u.test(word)) return word.slice(0, -2);
  return /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  const bare = word.replace(/(?<=[aeiouy].{1,8})(?:ing|ed)$/u, '');
  if (bare === word) return word;
  return bare.replace(/([bdfgmnprt])\1$/u, '$1');
}

function withoutDerivation(word: string): string {
  return word.replace(/(?<=.{3})(?:ational|isation|ization|ation|ition|ment|ness|ance|ence|ful|ive|ion|ally|ly|er|or|al)$/u, '');
}

function withoutSilent(word: string): string {
  return word.replace(/(?<=.{3})e$/u, '').replace(/(?<=.{2})y$/u, 'i');
}
