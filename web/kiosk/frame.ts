import { button, part } from '../shared/device/part.ts';
import { sign } from './sign.ts';
import { spoken } from './texts/texts.ts';
import type { App, Screen } from './types.ts';

const html = document.documentElement;

/** Draws a screen whole: what shows is above, what is touched stands at the bottom, and the aids are the last row of every screen. */
export function drawScreen(app: App, screen: Screen): void {
  const title = part('h1', '', screen.title);
  if (screen.code) title.append(' ', part('span', 'k-code', screen.code));
  title.tabIndex = -1;
  const head = part('div', 'k-head', title);
  if (screen.lead) head.append(part('p', 'quiet', screen.lead));
  if (app.isOffline) head.append(part('p', 'k-offline', app.t.offline));
  html.lang = spoken[app.visit.language];
  document.title = screen.title;
  document.body.replaceChildren(topOf(app), part('main', 'k-main', head, part('div', 'k-parts', ...screen.parts)), barOf(app));
  scrollTo(0, 0);
  // Heard first is what the screen asks; a field that a code is read into takes the keys at once.
  (screen.first ?? title).focus();
}

function topOf(app: App): HTMLElement {
  const time = part('span', 'k-time', timeAt(app));
  return part('header', 'k-top', part('span', '', nameOf(app, app.view.point.name)), time);
}

export const timeAt = (app: App): string => timeIn(app, undefined);

/** By the point's own clock; without a moment: now. */
export function timeIn({ view, visit }: App, at: number | undefined): string {
  const format = { hour: 'numeric', minute: '2-digit', timeZone: view.point.zone } as const;
  return new Intl.DateTimeFormat(spoken[visit.language], format).format(at);
}

export function nameOf({ visit }: App, names: Record<string, string>): string {
  return names[visit.language.slice(0, 2)] ?? names.fi ?? '';
}

function barOf(app: App): HTMLElement {
  const { t } = app;
  const bar = part(
    'nav',
    'k-bar',
    button('', () => app.startOver(), sign('globe'), t.language),
    toggle('size', 'large', sign('text'), t.larger),
    toggle('theme', 'contrast', sign('contrast'), t.contrast),
    button('', () => app.startOver(), sign('again'), t.startOver),
  );
  bar.setAttribute('aria-label', t.aids);
  return bar;
}

function toggle(name: 'size' | 'theme', on: string, drawn: SVGSVGElement, words: string): HTMLButtonElement {
  const off = name === 'theme' ? 'light' : 'usual';
  const press = () => {
    html.dataset[name] = html.dataset[name] === on ? off : on;
    element.setAttribute('aria-pressed', String(html.dataset[name] === on));
  };
  const element = button('', press, drawn, words);
  element.setAttribute('aria-pressed', String(html.dataset[name] === on));
  return element;
}

/** The next visitor begins as if nobody had been there. */
export function usualSight(): void {
  html.dataset.size = 'usual';
  html.dataset.theme = 'light';
}
