import { part } from '../../shared/device/part.ts';
import { timeAt } from '../frame.ts';
import { sign } from '../sign.ts';
import { filled } from '../texts/texts.ts';
import type { App, Given } from '../types.ts';
import { type Came, hasPrinter, printed } from './printer.ts';
import { type PaperTexts, paperTexts } from './texts.ts';

/** What becomes of the paper: said as it comes, and heard. */
export function paperOf(app: App, given: Given): HTMLElement {
  const t = paperTexts[app.visit.language];
  const place = part('div', 'k-paper');
  place.setAttribute('role', 'status');
  if (!hasPrinter()) place.hidden = true;
  else place.append(sign('printer'), part('p', '', t.printing));
  void printed(given, app.visit.language, timeAt(app)).then((came) => show(place, t, given, came));
  return place;
}

function show(place: HTMLElement, t: PaperTexts, given: Given, { told, picture }: Came): void {
  place.hidden = told === 'none';
  place.dataset.told = told;
  place.replaceChildren(sign('printer'), part('p', '', wordsOf(t, told, given)));
  if (!picture) return;
  const paper = part('img', 'k-paper-picture');
  paper.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  paper.alt = filled(t.paper, { code: given.code });
  place.append(paper);
}

function wordsOf(t: PaperTexts, told: Came['told'], { ticket }: Given): string {
  if (told === 'none') return '';
  return told === 'failed' && !ticket ? t.failedOffline : t[told];
}
