import '../shared/ui/fonts.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import '../shared/ui/button.css';
import './computer.css';
import './bar.css';
import { part } from '../shared/device/part.ts';
import { STRETCH_S, watchTime } from './countdown.ts';
import { drawBar, drawScreen, sayOnce, usualSight } from './frame.ts';
import { call } from './line.ts';
import { showPairing } from './pairing.ts';
import { endingScreen } from './screens/ending.ts';
import { servicesScreen } from './screens/services.ts';
import { startScreen } from './screens/start.ts';
import { wipingScreen } from './screens/wiping.ts';
import { nameOf, texts } from './texts/texts.ts';
import type { App, GotDone, Screen, ScreenName, View } from './types.ts';
import { closeWindows, isHosted, openWindow, show } from './windows.ts';
import { wipeStorage } from './wiping.ts';

const SCREENS: Record<ScreenName, (app: App) => Screen> = {
  start: startScreen,
  services: servicesScreen,
  ending: endingScreen,
  wiping: wipingScreen,
};

/** How soon it is seen that somebody comes, and that the network is back. */
const AGAIN_MS = 3_000;
const SELF = '/api/device/computer';

let isPairing = false;
let isAsking = false;

const app: App = {
  view: undefined as unknown as View,
  language: 'fi',
  t: texts.fi,
  screen: 'start',
  isOffline: false,
  farewell: '',
  left: STRETCH_S,
  begin(language) {
    Object.assign(app, { language, t: texts[language], left: STRETCH_S, farewell: '' });
    void call('PUT', `${SELF}/session`);
    app.go('services');
  },
  go(to) {
    app.screen = to;
    show('whole');
    drawScreen(app, SCREENS[to](app));
  },
  open(link) {
    openWindow(nameOf(link.url, app.language));
    if (isHosted()) drawScreen(app, SCREENS[app.screen](app));
  },
  addTime() {
    app.left = STRETCH_S;
    drawBar(app);
    sayOnce(app.t.timeAdded);
  },
  callHelp: () => void help('PUT', 'asked'),
  cancelHelp: () => void help('DELETE', null),
  end: (gotDone, words) => void end(gotDone, words),
};

await start();

async function start(): Promise<void> {
  usualSight();
  await refresh();
  setInterval(() => void refresh(), AGAIN_MS);
  watchTime(
    app,
    () => app.screen === 'services' || app.screen === 'ending',
    () => drawBar(app),
  );
}

async function refresh(): Promise<void> {
  // One question at a time: where the answer takes longer, no queue of them stands before what somebody here waits for.
  if (isPairing || isAsking) return;
  isAsking = true;
  const { status, body } = await call<View>('GET', SELF);
  isAsking = false;
  if (status === 401) return pairAnew();
  if (!body) return away();
  const isFirst = !app.view;
  const changed = isFirst || app.isOffline || app.view.help !== body.help;
  app.view = body;
  app.isOffline = false;
  // A page that comes up while somebody sat here was cut off: whoever that was is not to be met by the next one.
  if (isFirst && body.startedAt) return end(null, '');
  if (isFirst) app.go('start');
  else if (changed) drawBar(app);
}

function pairAnew(): void {
  isPairing = true;
  const wasPaired = Boolean(app.view);
  void closeWindows();
  showPairing(wasPaired, () => location.reload());
}

function away(): void {
  if (!app.view) {
    document.title = texts.fi.away;
    document.body.replaceChildren(part('main', 'c-main', part('h1', '', texts.fi.away)));
    return;
  }
  if (app.isOffline) return;
  app.isOffline = true;
  drawBar(app);
}

async function help(method: 'PUT' | 'DELETE', then: View['help']): Promise<void> {
  const { status } = await call(method, `${SELF}/help`);
  if (status !== 204) return sayOnce(app.t.helpFailed, 'c-offline');
  app.view = { ...app.view, help: then };
  drawBar(app);
}

/** Nobody begins before all is forgotten: the server's part is asked for until it has answered. */
async function end(gotDone: GotDone | null, words: string): Promise<void> {
  if (app.screen === 'wiping') return;
  app.go('wiping');
  const isCertain = await closeWindows();
  await wipeStorage();
  for (;;) {
    const { status } = await call('PUT', `${SELF}/session/end`, { gotDone, words });
    if (status === 204) break;
    if (status === 401) return pairAnew();
    sayOnce(app.t.wipingLate, 'c-offline');
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  usualSight();
  const farewell = isCertain ? app.t.wiped : app.t.closeWindows;
  Object.assign(app, { farewell, view: { ...app.view, help: null }, isOffline: false });
  app.go('start');
  sayOnce(farewell);
  Object.assign(app, { language: 'fi', t: texts.fi });
}
