import '../shared/ui/fonts.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import '../shared/ui/button.css';
import './kiosk.css';
import './keys.css';
import './ticket.css';
import './printing/printing.css';
import { part } from '../shared/device/part.ts';
import { untilAlone } from './alone.ts';
import { closeIn } from './closed-in.ts';
import { drawScreen, usualSight } from './frame.ts';
import { watchIdle } from './idle.ts';
import { call, newKey } from './line.ts';
import { count, tell, tellWaiting } from './outbox.ts';
import { nextNumber, stillUsed, type Used } from './own-numbers.ts';
import { showPairing } from './pairing.ts';
import { watchPrinter } from './printing/printer.ts';
import { hearReader } from './reader.ts';
import { appointmentScreen } from './screens/appointment.ts';
import { choiceScreen } from './screens/choice.ts';
import { consentScreen } from './screens/consent.ts';
import { elsewhereScreen } from './screens/elsewhere.ts';
import { languageScreen } from './screens/language.ts';
import { needsScreen } from './screens/needs.ts';
import { reasonScreen } from './screens/reason.ts';
import { searchScreen } from './screens/search.ts';
import { ticketScreen } from './screens/ticket.ts';
import { keepOnDevice } from './staying.ts';
import { texts } from './texts/texts.ts';
import type { App, Screen, ScreenName, View, Visit } from './types.ts';

const SCREENS: Record<ScreenName, (app: App) => Screen> = {
  language: languageScreen,
  reason: reasonScreen,
  appointment: appointmentScreen,
  phone: (app) => appointmentScreen(app, true),
  choice: choiceScreen,
  search: searchScreen,
  elsewhere: elsewhereScreen,
  needs: needsScreen,
  consent: consentScreen,
  ticket: ticketScreen,
};

/** The view and numbers are read again this often, which is also how soon a network that is back is found. */
const AGAIN_MS = 10_000;
const VIEW_AS = 'polku-kiosk-view';
const USED_AS = 'polku-kiosk-used';
const kept = <T>(name: string): T | undefined => JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;

const nobody = (): Visit => ({ language: 'fi', saidLanguage: false, queue: null, situation: null, serviceId: null, needs: [] });
let path: ScreenName[] = ['language'];
let isPairing = false;
let used: Used = kept<Used>(USED_AS) ?? {};

const app: App = {
  view: undefined as unknown as View,
  visit: nobody(),
  given: null,
  found: null,
  read: null,
  isOffline: false,
  t: texts.fi,
  go(to) {
    path.push(to);
    draw();
  },
  back() {
    if (path.length > 1) path.pop();
    draw();
  },
  startOver() {
    Object.assign(app, { visit: nobody(), given: null, found: null, read: null, t: texts.fi });
    path = ['language'];
    usualSight();
    draw();
  },
  give,
  giveTicket(given) {
    app.given = given;
    path = ['ticket'];
    draw();
  },
};

await start();

async function start(): Promise<void> {
  usualSight();
  closeIn();
  keepOnDevice(() => !app.view || path.at(-1) === 'language');
  await untilAlone(() => showAlone(texts.fi.otherWindow));
  hearReader(readCode);
  await refresh();
  watchPrinter();
  setInterval(() => void refresh(), AGAIN_MS);
  setInterval(count, 2_000);
  watchIdle(app, () => isPairing || !app.view || path.at(-1) === 'language');
}

/** What the kiosk offers, and what it still owes the server: numbers given without network are told first, so that waits are right. */
async function refresh(): Promise<void> {
  if (isPairing) return;
  await tellWaiting();
  const { status, body } = await call<View>('GET', '/api/device/kiosk');
  if (status === 401) {
    isPairing = true;
    return showPairing(() => location.reload());
  }
  const isFirst = !app.view;
  const view = body ?? app.view ?? kept<View>(VIEW_AS);
  if (!view) return showAlone(texts.fi.away);
  if (body) {
    localStorage.setItem(VIEW_AS, JSON.stringify(body));
    keepUsed(stillUsed(body.blocks, used));
  }
  app.view = view;
  const wasOffline = app.isOffline;
  app.isOffline = !body;
  // Nothing moves under a visitor's finger: only the first screen, and the line about the network, are drawn anew.
  if (isFirst || path.at(-1) === 'language') draw();
  else if (wasOffline !== app.isOffline) tellOffline();
}

/** A number of the kiosk's own, whether or not there is a network, so that none is ever given to nobody. */
async function give(): Promise<void> {
  const { queue, situation, serviceId, needs, language } = app.visit;
  if (!queue) return;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: app.view.point.zone }).format();
  const next = nextNumber(app.view.blocks, used, day, queue.prefix);
  if (!next) {
    await refresh();
    return path.at(-1) === 'consent' ? noNumbers() : undefined;
  }
  keepUsed(next.used);
  const visit = app.visit;
  const answer = await tell(newKey(), next.code, { queueId: queue.id, language, needs, situation, serviceId });
  if (app.visit !== visit) return;
  app.isOffline = answer.status === 0;
  app.giveTicket({ code: next.code, ticket: answer.body ?? null, tellsTimeOnly: false });
}

/** Every number of the letter is given and no more can be fetched. */
function noNumbers(): void {
  draw();
  document.querySelector('.k-parts')?.prepend(part('p', 'k-fault', app.t.failed));
}

function keepUsed(next: Used): void {
  used = next;
  localStorage.setItem(USED_AS, JSON.stringify(next));
}

function draw(): void {
  drawScreen(app, SCREENS[path.at(-1) ?? 'language'](app));
}

function tellOffline(): void {
  document.querySelector('.k-offline')?.remove();
  if (!app.isOffline) return;
  const line = part('p', 'k-offline', app.t.offline);
  line.setAttribute('role', 'status');
  document.querySelector('.k-head')?.append(line);
}

function showAlone(told: string): void {
  document.title = told;
  document.body.replaceChildren(part('main', 'k-main', part('h1', '', told)));
}

/** A code shown to the reader on any screen; after a number has been given it is somebody else's. */
function readCode(code: string): void {
  if (isPairing || !app.view) return;
  if (path.at(-1) === 'ticket') app.startOver();
  app.read = code;
  app.go('appointment');
}
