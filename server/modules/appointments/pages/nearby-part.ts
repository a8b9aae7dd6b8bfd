import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { icon, tidied, type View } from '../../site/service.ts';
import type { Near, Nearby } from '../nearness/service.ts';
import { type Choice, pressed } from './choice.ts';
import { atMoment, pointWords, spanWords } from './words.ts';

export const nearnessWords = ({ variant }: Pick<View, 'variant'>): Translate => tidied(translator(variant, 'nearness'));

export const MINUTES = ['30', '60', '90'] as const;

type Press = (value: string, words: string) => Html;

/** Where one starts and how far one drives, to be asked again; the earliest times within it, and otherwise. */
export function nearbyPart(view: View, choice: Choice, { isKnown, near, elsewhere, remote }: Nearby, press: Press): Html {
  const n = nearnessWords(view);
  const fault = isKnown || choice.start === undefined ? null : 'start-fault';
  return html`<div class="stack narrow"><div class="field"><label for="start">${n('start')}</label><p class="hint" id="start-hint">${n('startHint')}</p>
${fault && html`<p class="fault" id="${fault}" role="alert">${icon('alert')} ${n(choice.start ? 'unknown' : 'empty', { start: choice.start ?? '' })}</p>`}
<input class="input" id="start" name="start" maxlength="100" autocomplete="off" value="${choice.start ?? ''}"${attributes({ 'aria-invalid': fault ? 'true' : null, 'aria-describedby': ['start-hint', fault].filter(Boolean).join(' ') })}></div>
<fieldset class="stack"><legend><b>${n('within')}</b></legend><div class="ticks-grid">${MINUTES.map((each) => html`<label class="choice row"><input type="radio" name="minutes" value="${each}"${attributes({ checked: each === choice.minutes })}><span class="dot"></span><span>${n('minutes', { minutes: each })}</span></label>`)}</div></fieldset>
<p class="buttons"><button class="button wide-phone" type="submit">${icon('search')} ${n('search')}</button></p></div>
${isKnown && section('near', n('near', { minutes: choice.minutes }), near.length > 0 ? rows(view, n, near, press) : html`<p>${n('none', { minutes: choice.minutes })}</p>`)}
${remote && section('remotely', n('remote'), html`<p>${press(pressed(remote.from, 'remote'), spanWords(view, atMoment(remote.from), atMoment(remote.until)))}</p>`)}
${elsewhere.length > 0 && section('elsewhere', n(isKnown ? 'unplaced' : 'everywhere'), rows(view, n, elsewhere, press))}
${isKnown && html`<p class="hint small narrow">${n('how')}</p>`}`;
}

const section = (id: string, title: string, body: Html): Html =>
  html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;

function rows(view: View, n: Translate, near: readonly Near[], press: Press): Html {
  return html`<ul class="rows three points">${near.map(
    ({ place, time, drive }) =>
      html`<li><h3>${pointWords(view, place)}</h3>${drive && html`<p class="quiet">${n('drive', { minutes: String(drive.minutes), km: String(drive.km) })}</p>`}<p>${press(pressed(time.from, place.id), spanWords(view, atMoment(time.from), atMoment(time.until)))}</p></li>`,
  )}</ul>`;
}
