import { button, part } from '../../shared/device/part.ts';
import { spoken, texts } from '../texts/texts.ts';
import type { App, Language, Screen } from '../types.ts';

const OFFERED: readonly Language[] = ['fi', 'sv', 'en', 'fi-x-plain'];

/** Each language begins in itself. */
export function startScreen(app: App): Screen {
  const choices = OFFERED.map((language) => {
    const { begin, beginHint } = texts[language];
    const choice = button('c-choice', () => app.begin(language), part('b', '', begin), part('span', '', beginHint));
    choice.lang = spoken[language];
    return choice;
  });
  return { title: 'Tervetuloa · Välkommen · Welcome', lead: app.farewell, parts: [part('div', 'c-tiles c-languages', ...choices)] };
}
