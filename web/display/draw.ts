import { presentMoment } from '../shared/ui/present.ts';
import { formatTime } from '../shared/ui/time-format.ts';
import { inView } from './calls.ts';
import { slidePart } from './draw-slide.ts';
import { arrow, inEach, part, said } from './elements.ts';
import type { Frame } from './frames.ts';
import { texts } from './texts.ts';
import type { Call, Language, View } from './types.ts';

export type Screen = {
  view: View;
  calls: readonly Call[] /** When what is shown was last known to be true; null: now. */;
  staleSince: string | null;
  /** The slide to show while nobody is called. */
  frame: Frame | undefined;
};

let shownFrame = '';

/** Draws the whole screen anew: it changes a few times a minute. */
export function draw({ view, calls, staleSince, frame }: Screen): void {
  const [first = 'fi'] = view.languages;
  document.documentElement.lang = first;
  document.documentElement.classList.toggle('stale', staleSince !== null);
  document.title = view.point.name[first] ?? '';
  const [latest, ...others] = inView(calls);
  const list = frame ? inView(calls) : others;
  const large = frame ? slidePart(frame, frame.key !== shownFrame) : now(view, latest);
  shownFrame = frame?.key ?? '';
  document.body.replaceChildren(
    top(view, first),
    part('main', 'd-main', large, last(view, list, frame !== undefined)),
    foot(view, staleSince),
  );
}

function top(view: View, first: Language): HTMLElement {
  const clock = part('time', 'd-clock', formatTime(presentMoment(), first));
  return part('header', 'd-top', part('span', '', view.point.name[first] ?? ''), clock);
}

/** Only the clock changes every minute. */
export function tick({ languages: [first = 'fi'] }: View): void {
  const clock = document.querySelector('.d-clock');
  if (clock) clock.textContent = formatTime(presentMoment(), first);
}

function now(view: View, call: Call | undefined): HTMLElement {
  const { languages } = view;
  const section = part('section', 'd-now', part('h1', '', ...inEach(languages, (language) => texts[language].now)));
  section.setAttribute('aria-live', 'assertive');
  if (!call) section.append(part('p', 'd-nobody', ...inEach(languages, (language) => texts[language].nobody)));
  else section.append(said('p', 'd-code', call.code, languages[0] ?? 'fi'), place(view, call, 'd-place'));
  section.toggleAttribute('data-came', call?.isNow === false);
  return section;
}

function last(view: View, calls: readonly Call[], isAll: boolean): HTMLElement {
  const { languages } = view;
  const key = isAll ? 'called' : 'before';
  const section = part('section', 'd-last');
  if (!isAll && calls.length === 0) return section;
  section.append(part('h2', '', ...inEach(languages, (language) => texts[language][key])));
  section.toggleAttribute('data-all', isAll);
  if (isAll && calls.length === 0) section.append(part('p', 'd-nobody', ...inEach(languages, (language) => texts[language].nobody)));
  else section.append(part('ol', '', ...calls.map((call) => row(view, call))));
  return section;
}

function row(view: View, call: Call): HTMLElement {
  const item = part('li', '', said('b', '', call.code, view.languages[0] ?? 'fi'), place(view, call, 'd-where'));
  item.toggleAttribute('data-now', call.isNow);
  return item;
}

/** The counter and the way to it from where this display hangs. */
function place({ languages, ways }: View, { counter }: Call, kind: string): HTMLElement {
  const [first = 'fi', ...rest] = languages;
  const { direction, words } = ways.find(({ counterId }) => counterId === counter.id) ?? { direction: counter.direction, words: null };
  const name = (language: Language) => counter.name[language] ?? counter.name.fi ?? '';
  const line = part('span', 'd-line', ...(direction ? [arrow(direction, first)] : []), said('span', '', name(first), first));
  line.style.setProperty('--letters', String(name(first).length));
  const box = part('div', kind, line);
  if (words) box.append(said('span', 'd-words', words[first], first));
  const others = rest.map((language) => said('span', '', [name(language), words?.[language]].filter(Boolean).join(', '), language));
  if (others.length > 0) box.append(part('span', 'd-second', ...others));
  return box;
}

function foot({ languages }: View, staleSince: string | null): HTMLElement {
  if (staleSince === null) return part('footer', 'd-info', part('p', '', ...inEach(languages, (language) => texts[language].help)));
  const warning = part('footer', 'd-info d-stale', ...languages.map((language) => stale(language, staleSince)));
  warning.setAttribute('role', 'alert');
  return warning;
}

function stale(language: Language, since: string): HTMLElement {
  return said('p', '', texts[language].stale.replace('{time}', formatTime(since, language)), language);
}
