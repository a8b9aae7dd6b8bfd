import { texts } from './texts.ts';
import type { Direction, Language } from './types.ts';

export function part(tag: string, kind: string, ...inner: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...inner);
  return element;
}

/** Words in a language; how many letters they have is known to the style, which sets them as large as they fit. */
export function said(tag: string, kind: string, words: string, language: Language): HTMLElement {
  const element = part(tag, kind, words);
  element.lang = language;
  element.style.setProperty('--letters', String(words.length));
  return element;
}

/** The same in each language of the screen: the first large, the others quiet after it. */
export function inEach(languages: readonly Language[], words: (language: Language) => string): (Node | string)[] {
  return languages.flatMap((language, index) => {
    const span = part('span', index === 0 ? '' : 'd-second', words(language));
    span.lang = language;
    return index === 0 ? [span] : [' ', span];
  });
}

const TURNS: Record<Direction, number> = { right: 0, down: 90, left: 180, up: 270, ahead: 270, back: 90 };

export function arrow(direction: Direction, language: Language): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', texts[language].direction[direction]);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M4 12h16M13 5l7 7-7 7');
  path.setAttribute('transform', `rotate(${TURNS[direction]} 12 12)`);
  svg.append(path);
  return svg;
}
