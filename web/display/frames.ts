import type { Here, Language, Slide, View } from './types.ts';

/** What the place of the slides shows for a while: a slide in all languages, or in one of them; of many authorities, as many as fit. */
export type Frame = { key: string; slide: Slide; languages: readonly Language[]; here: readonly Here[]; seconds: number };

/** Authorities that are read at once; fewer when each stands in three languages. */
const [HERE_AT_ONCE, IN_THREE] = [5, 4];

/** All the slides of a round, in their order. */
export function framesOf({ slides, today, languages, byTurns }: Pick<View, 'slides' | 'today' | 'languages' | 'byTurns'>): Frame[] {
  const each = languages.map((language) => [language]);
  return slides.flatMap((slide) =>
    pagesOf(slide, today, byTurns || languages.length < 3 ? HERE_AT_ONCE : IN_THREE).flatMap((here, page) =>
      (byTurns || !fitsTogether(slide, languages) ? each : [languages]).map((said) => ({
        key: `${slide.id} ${page} ${said.join(' ')}`,
        slide,
        languages: said,
        here,
        seconds: slide.seconds,
      })),
    ),
  );
}

/** Slides come when nobody has been called for so long: until then the call is alone (milliseconds). */
export const CALM_MS = 30_000;

export const isCalm = (sinceCallMs: number, isStale: boolean): boolean => !isStale && sinceCallMs >= CALM_MS;

/** The frame after this one; the first when it is no more. */
export function frameAfter(frames: readonly Frame[], shown: Frame | undefined): Frame | undefined {
  const at = frames.findIndex(({ key }) => key === shown?.key);
  return frames[(at + 1) % Math.max(frames.length, 1)];
}

/** Lines that are read at once, with and without a picture, and the letters of a line. */
const [LINES, BESIDE_PICTURE, LETTERS, TITLE_LETTERS] = [16, 10, 40, 26];

/** What would not fit in all languages says one at a time. */
function fitsTogether({ title, body, picture }: Slide, languages: readonly Language[]): boolean {
  const linesIn = (language: Language) => {
    const heading = Math.ceil((title?.[language].length ?? 0) / TITLE_LETTERS) * 1.5;
    const rows = (body?.[language] ?? '').split('\n').filter(Boolean);
    return heading + rows.reduce((lines, row) => lines + Math.ceil(row.length / LETTERS), 1.5);
  };
  const lines = languages.reduce((sum, language) => sum + linesIn(language), 0);
  return languages.length === 1 || lines <= (picture ? BESIDE_PICTURE : LINES);
}

/** A slide of today's authorities is left out when nobody is here. */
function pagesOf(slide: Slide, today: readonly Here[], atOnce: number): (readonly Here[])[] {
  if (slide.kind === 'words') return [[]];
  const pages = Math.ceil(today.length / atOnce);
  const each = Math.ceil(today.length / Math.max(pages, 1));
  return Array.from({ length: pages }, (_, page) => today.slice(page * each, (page + 1) * each));
}
