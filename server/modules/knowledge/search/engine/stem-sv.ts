/** A light Swedish stem, after the endings of the Snowball project's Swedish algorithm (BSD). */
export function stemSwedish(word: string): string {
  if (word.length < 4) return word;
  return withoutDerivation(withoutDouble(withoutInflection(word)));
}

const inflections =
  /(?<=.{3})(?:heterna|hetens|ornas|ernas|arnas|andes|andet|arens|anden|heten|heter|arna|erna|orna|ande|arne|aste|aren|ades|erns|ade|are|ern|ens|het|ast|ad|en|ar|er|or|as|es|at|et|a|e)$/u;

function withoutInflection(word: string): string {
  const bare = word.replace(inflections, '');
  return bare === word ? word.replace(/(?<=.{2}[bcdfghjklmnoprtvy])s$/u, '') : bare;
}

function withoutDouble(word: string): string {
  return word.replace(/(?<=.{2})(dd|gd|nn|dt|gt|kt|tt|mm|ll)$/u, (pair) => pair[0]!);
}

function withoutDerivation(word: string): string {
  return word.replace(/(?<=.{3})(?:lig|ig|els)$/u, '');
}
