import type { GuideContent, GuideText } from '../../../shared/api/guides.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

const locales = ['fi', 'sv', 'en'] as const;

export const noText: GuideText = { title: '', body: '', alsoCalled: [] };

export const textIn = ({ texts }: GuideContent, language: Locale): GuideText => texts[language] ?? noText;

/** Languages the guide says something in. */
export const spokenIn = ({ texts }: GuideContent): Locale[] => locales.filter((language) => texts[language]?.body);

/** The wished language, where the guide says anything in it; else Finnish, else whichever there is. */
export const languageOf = (content: GuideContent, wished: Locale): Locale =>
  [wished, ...locales].find((language) => spokenIn(content).includes(language)) ?? 'fi';

export type Block = { kind: 'words' | 'dashes' | 'numbers'; lines: string[] };

const dash = /^[–-]\s+/;
const number = /^\d{1,2}\.\s+/;
const kindOf = (line: string): Block['kind'] => (dash.test(line) ? 'dashes' : number.test(line) ? 'numbers' : 'words');

/** A body as it is read: paragraphs, and lists of the lines that begin with a dash or a number. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of body.split(/\n\s*\n/)) {
    let last: Block | undefined;
    for (const line of paragraph.split('\n').filter((text) => text.trim())) {
      const kind = kindOf(line);
      const text = kind === 'words' ? line : line.replace(kind === 'dashes' ? dash : number, '');
      if (last?.kind === kind) last.lines.push(text);
      else {
        last = { kind, lines: [text] };
        blocks.push(last);
      }
    }
  }
  return blocks;
}
