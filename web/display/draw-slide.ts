import { formatTime } from '../shared/ui/time-format.ts';
import { arrow, inEach, part, said } from './elements.ts';
import type { Frame } from './frames.ts';
import { texts } from './texts.ts';
import type { Here, Language } from './types.ts';

/** A slide in its place. `isNew`: it has just come, so it fades in. */
export function slidePart(frame: Frame, isNew: boolean): HTMLElement {
  const section = frame.slide.kind === 'today' ? hereToday(frame) : words(frame);
  section.dataset.slide = frame.key;
  section.toggleAttribute('data-new', isNew);
  return section;
}

function words({ slide, languages }: Frame): HTMLElement {
  const section = part('section', 'd-slide');
  section.style.setProperty('--languages', String(languages.length));
  if (slide.picture) {
    const image = part('img', 'd-picture') as HTMLImageElement;
    image.src = slide.picture;
    image.alt = slide.alt?.[languages[0] ?? 'fi'] ?? '';
    section.append(image);
  }
  section.append(part('div', 'd-said', ...languages.map((language) => inOne(slide, language))));
  return section;
}

function inOne({ title, body }: Frame['slide'], language: Language): HTMLElement {
  const lines = (body?.[language] ?? '').split('\n').filter(Boolean);
  return part('div', 'd-one', said('h1', '', title?.[language] ?? '', language), ...lines.map((line) => said('p', '', line, language)));
}

function hereToday({ languages, here }: Frame): HTMLElement {
  const heading = part('h1', '', ...inEach(languages, (language) => texts[language].today));
  return part('section', 'd-slide d-here', heading, part('ul', '', ...here.map((one) => authority(one, languages))));
}

function authority({ name, hours, isHere, direction, place }: Here, languages: readonly Language[]): HTMLElement {
  const [first = 'fi'] = languages;
  const time = hours.map(({ opens, closes }) => `${formatTime(opens, first)}–${closingTime(closes, first)}`).join(', ');
  const when = part('p', 'd-when', part('span', '', time));
  if (isHere) when.append(' ', said('strong', '', texts[first].hereNow, first));
  const item = part('li', '', part('p', 'd-name', ...inEach(languages, (language) => name[language])), when);
  if (direction || place)
    item.append(
      part('p', 'd-at', ...(direction ? [arrow(direction, first)] : []), place?.[first] ?? texts[first].direction[direction ?? 'ahead']),
    );
  return item;
}

/** "16.00": the word for a clock stands once. A day ends at 24, not at 0. */
const closingTime = (closes: string, language: Language): string =>
  formatTime(closes, language)
    .replace(/^\D+/, '')
    .replace(/^0?0(?=[.:]00$)/, '24');
