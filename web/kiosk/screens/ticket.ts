import { create } from 'qrcode';
import { button, part } from '../../shared/device/part.ts';
import { timeAt } from '../frame.ts';
import { paperOf } from '../printing/paper-part.ts';
import { drawing, sign } from '../sign.ts';
import { filled } from '../texts/texts.ts';
import type { App, Given, Screen } from '../types.ts';
import { waitText } from '../wait-text.ts';
import { meetingScreen } from './meeting.ts';

/** The number, and nothing that says whose customer one is: others may be looking. */
export function ticketScreen(app: App): Screen {
  const { t } = app;
  const given = app.given as Given;
  const { code, ticket } = given;
  if (ticket?.meeting) return meetingScreen(app, ticket.meeting);
  const parts = [paperOf(app, given), figuresOf(app, given), stepsOf(app, code)];
  if (ticket) parts.push(followOf(app, code, ticket.page));
  parts.push(part('div', 'k-row', button('button primary', app.startOver, sign('check'), t.done)));
  return { title: given.tellsTimeOnly ? t.pleaseWait : t.yours, code, parts };
}

function figuresOf(app: App, { ticket, tellsTimeOnly }: Given): HTMLElement {
  const { t } = app;
  if (tellsTimeOnly) return part('dl', 'k-figures', figure(t.time, timeAt(app)));
  const place = ticket?.place ?? null;
  const ahead = place === null ? t.unknown : String(place - 1);
  return part('dl', 'k-figures', figure(t.ahead, ahead), figure(t.wait, waitText(app, ticket?.told ?? null)));
}

const figure = (name: string, value: string) => part('div', '', part('dt', '', name), part('dd', '', value));

function stepsOf({ t }: App, code: string): HTMLElement {
  const now = part('li', 'now', part('b', '', t.waitHere), part('span', 'k-hint', t.now));
  now.setAttribute('aria-current', 'step');
  const called = part('li', '', part('b', '', filled(t.goWhenCalled, { code })), part('span', 'k-hint', t.hearAndSee));
  const steps = part('ol', 'k-path', part('li', 'done', part('b', '', t.tookNumber)), now, called);
  steps.setAttribute('aria-label', t.steps);
  return steps;
}

function followOf({ t }: App, code: string, page: string): HTMLElement {
  const picture = qr(page);
  picture.removeAttribute('aria-hidden');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', filled(t.qr, { code }));
  return part('div', 'k-follow', picture, part('p', '', part('b', '', t.follow), part('span', 'k-hint', t.followHint)));
}

function qr(address: string): SVGSVGElement {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const dark = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z`).join('');
  return drawing('k-qr', `-4 -4 ${modules.size + 8} ${modules.size + 8}`, path);
}
