import { button, part } from '../shared/device/part.ts';
import { minutesOf } from './countdown.ts';
import { filled, nameOf, spoken, texts } from './texts/texts.ts';
import type { App, Screen } from './types.ts';
import { hasOpened, isHosted, show } from './windows.ts';

const html = document.documentElement;
const bar = part('header', 'c-bar');
/** Stays through every drawing: what changes in it is heard. */
const said = part('p', 'c-said');
said.setAttribute('role', 'status');
const main = part('main', 'c-main');
const aids = part('footer', 'c-aids');

/** Draws a screen whole; heard first is what it asks. */
export function drawScreen(app: App, screen: Screen): void {
  html.lang = spoken[app.language];
  document.title = screen.title;
  const title = part('h1', '', screen.title);
  title.tabIndex = -1;
  const lead = screen.lead ? [part('p', 'quiet', screen.lead)] : [];
  main.replaceChildren(title, ...lead, ...screen.parts);
  aids.replaceChildren(toggle('size', 'large', app.t.larger), toggle('theme', 'contrast', app.t.contrast));
  if (!bar.isConnected) document.body.replaceChildren(bar, said, main, aids);
  drawBar(app);
  scrollTo(0, 0);
  title.focus();
}

/** The bar of help and time, drawn anew without moving the focus. */
export function drawBar(app: App): void {
  const held = (document.activeElement as HTMLElement | null)?.dataset.act;
  const { t, view } = app;
  bar.setAttribute('aria-label', t.bar);
  bar.replaceChildren(
    part('span', 'c-name', part('b', '', view.name), ' ', part('span', 'c-point', nameOf(view.point, app.language))),
    ...(app.screen === 'wiping' ? [] : helpOf(app)),
    ...(isSitting(app) ? sittingOf(app) : []),
  );
  say(app);
  if (held) bar.querySelector<HTMLElement>(`[data-act="${held}"]`)?.focus();
}

const isSitting = ({ screen }: App) => screen === 'services' || screen === 'ending';

function helpOf(app: App): HTMLElement[] {
  const { t, view } = app;
  if (view.help)
    return [part('span', 'c-called', view.help === 'asked' ? t.helpAsked : t.helpComing), act('help', '', app.cancelHelp, t.helpCancel)];
  // Before a language is chosen, help is asked in each of them.
  const words = app.screen === 'start' ? `${texts.fi.help} · ${texts.sv.help} · ${texts.en.help}` : t.help;
  return [act('help', 'c-help', app.callHelp, words)];
}

function sittingOf(app: App): HTMLElement[] {
  const { t } = app;
  const time = part('span', 'c-time', filled(t.left, { minutes: minutesOf(app.left) }));
  const list = isHosted() && hasOpened() ? [act('list', 'c-list', () => show('whole'), t.list)] : [];
  // Where the end is asked about, the one way to it stands below the question.
  const end = app.screen === 'ending' ? [] : [act('end', 'primary', () => app.go('ending'), t.end)];
  return [...list, time, act('time', '', app.addTime, t.addTime), ...end];
}

function act(name: string, kind: string, run: () => void, words: string): HTMLButtonElement {
  const element = button(`button ${kind}`, run, words);
  element.dataset.act = name;
  return element;
}

let heard = '';

/** What stands in the bar, for those who do not see it; and what is wrong, for all. */
function say({ t, view, isOffline }: App): void {
  const help = view.help === 'asked' ? t.helpAsked : view.help === 'coming' ? t.helpComing : '';
  const words = isOffline ? t.offline : help;
  said.className = isOffline ? 'c-said c-offline' : help ? 'c-said heard' : 'c-said';
  if (words === heard) return;
  heard = words;
  said.textContent = words;
}

/** Something to say that stands nowhere else. */
export function sayOnce(words: string, kind = 'heard'): void {
  heard = words;
  said.className = `c-said ${kind}`;
  said.textContent = words;
}

function toggle(name: 'size' | 'theme', on: string, words: string): HTMLButtonElement {
  const off = name === 'theme' ? 'light' : 'usual';
  const element = button('button', press, words);
  element.setAttribute('aria-pressed', String(html.dataset[name] === on));
  return element;

  function press(): void {
    html.dataset[name] = html.dataset[name] === on ? off : on;
    element.setAttribute('aria-pressed', String(html.dataset[name] === on));
  }
}

/** The next visitor begins as if nobody had been there. */
export function usualSight(): void {
  html.dataset.size = 'usual';
  html.dataset.theme = 'light';
}
