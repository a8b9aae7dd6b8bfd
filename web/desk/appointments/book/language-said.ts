const READ_IN = ['fi', 'sv', 'en'] as const;

/** The language that somebody has written in their own words, in whatever of ours: "ukraina", "Ukrainan tulkki", "ukrainska". Null: none of these. */
export function languageSaid(text: string, codes: readonly string[]): string | null {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  const isSaid = (code: string) =>
    namesOf(code).some((name) => words.some((word) => word.startsWith(name) && word.length - name.length <= ENDING));
  return codes.find(isSaid) ?? null;
}

/** Finnish bends the end of a name: "ukrainan", "somaliaksi". */
const ENDING = 4;

const namesOf = (code: string): string[] =>
  READ_IN.map((locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(code)?.toLowerCase() ?? code);
