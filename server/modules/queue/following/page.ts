import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { clockTime, drawPage, hiddenFields, icon, script, tidied, type View } from '../../site/service.ts';
import type { Place } from '../board/schema.ts';
import { afterPart } from './after.ts';
import { alertsPart } from './alerts.ts';
import type { Followed } from './service.ts';
import { counterWords } from './words.ts';

type State = Place['state'] | 'over';
const states: readonly State[] = ['waiting', 'called', 'serving', 'parked', 'over'];

/** `pushKey`: what a browser agrees to be told by; null when there is nothing more to tell. */
export type AtHand = { token: string; refused: string | null; pushKey: string | null };

/**
 * Where one stands in the queue, whole without JavaScript: the page is read again by its link. With it, the parts are changed as they are
 * told, from the sentences that stand in their data attributes.
 */
export function numberPage(view: View, followed: Followed, { token, refused, pushKey }: AtHand): string {
  const n = tidied(translator(view.variant, 'number'));
  const { code, place } = followed;
  const state: State = place?.state ?? 'over';
  return drawPage(view, {
    title: n('title', { code }),
    private: true,
    main: html`<div class="narrow stack number" id="number"${attributes({ 'data-state': state, 'data-code': code, 'data-calls': String(place?.calls ?? 0), 'data-soon': n('soon'), 'data-directions': JSON.stringify(directionsOf(n)), 'data-called': n('calledTitle', { code }) })}>
<p class="quiet">${nameIn(followed.point, view.locale)}</p>
<h1><span class="over">${n('yours')}</span> <span class="big-code">${code}</span></h1>
${refused && html`<div class="fault-summary" role="alert"><h2>${icon('alert')} ${refused}</h2></div>`}
<div aria-live="polite">${states.map((each) => html`<section class="stack" data-for="${each}"${attributes({ hidden: each === state ? null : true })}>${partOf(each, view, n, followed)}</section>`)}</div>
${pushKey && alertsPart(n, pushKey)}
<div data-for="waiting"${attributes({ hidden: state === 'waiting' ? null : true })} class="stack">
${form('/q/later', token, html`<button class="button wide-phone" type="submit">${icon('clock')} ${n('later')}</button>`)}
<p class="hint small">${n('laterHint')}</p>
${form('/q/leaving', token, html`<button class="button second wide-phone" type="submit">${n('leave')}</button>`)}
<details class="more"><summary>${icon('arrow')} ${n('whyTitle')}</summary><p>${n('why')}</p></details>
</div>
<p class="quiet small"><span data-read>${n('readAt', { time: clockTime(view.now, view.locale) })}</span> <a class="text-link" href="/q">${n('readAgain')}</a></p>
</div>
${script('number')}${pushKey && script('number-push')}`,
  });
}

function partOf(state: State, view: View, n: Translate, followed: Followed): Html {
  const place = followed.place?.state === state ? followed.place : null;
  const counter = place ? counterWords(n, view.locale, place) : '';
  switch (state) {
    case 'waiting':
      return waitingPart(view, n, place);
    case 'called':
      return html`<h2>${icon('bell')} ${n('calledTitle', { code: followed.code })}</h2><p class="lede" data-counter="${n('goTo', { counter: '{counter}' })}">${counter}</p>${told('again', n('again', { count: '{count}' }), place !== null && place.calls > 1 && n('again', { count: String(place.calls) }))}${told('once', n('calledHint'), place !== null && place.calls < 2 && n('calledHint'))}`;
    case 'serving':
      return html`<h2>${n('servingTitle')}</h2><p data-counter="${n('at', { counter: '{counter}' })}">${counter}</p>${told('more', n('more'), place?.more && n('more'))}`;
    case 'parked':
      return html`<h2>${n('parkedTitle')}</h2><p>${n('parked')}</p>`;
    case 'over':
      return afterPart(view, n, followed);
  }
}

function waitingPart(view: View, n: Translate, place: Place | null): Html {
  const at = (moment: string) => clockTime(Temporal.Instant.from(moment), view.locale);
  const ahead = place?.place ? String(place.place - 1) : '–';
  const timed = (name: string, key: string, moment: string | null | undefined) =>
    told(name, n(key, { time: '{time}' }), moment && n(key, { time: at(moment) }));
  const { closing } = place ?? {};
  return html`${told('goeson', n('goesOn'), place?.goesOn && n('goesOn'))}
<dl class="figures">
<div><dt>${n('ahead')}</dt><dd data-ahead>${ahead}</dd></div>
<div><dt>${n('wait')}</dt><dd data-wait${attributes({ 'data-range': n('range', { low: '{low}', high: '{high}' }), 'data-soon': n('soonWait'), 'data-unknown': n('unknown') })}>${waitWords(n, place)}</dd></div>
</dl>
${timed('closing', 'closing', closing && !closing.surely ? closing.at : null)}
${timed('toolate', 'tooLate', closing?.surely ? closing.at : null)}
${timed('later', 'notBefore', place?.notBefore)}
${timed('due', 'due', place?.dueAt)}
<p class="note with-icon">${icon('clock')}<span>${n('keepOpen')}</span></p>`;
}

/** A sentence that is there when there is something to say; `pattern` is what the script fills. */
const told = (name: string, pattern: string, words: string | false | null | undefined): Html =>
  html`<p${attributes({ [`data-${name}`]: pattern, hidden: words ? null : true })}>${words || ''}</p>`;

function waitWords(n: Translate, place: Place | null): string {
  if (!place?.told) return n('unknown');
  const { low, high } = place.told;
  return low === 0 && high <= 2 ? n('soonWait') : n('range', { low: String(low), high: String(high) });
}

const ways = ['left', 'right', 'ahead', 'back', 'up', 'down'] as const;
const directionsOf = (n: Translate) => Object.fromEntries(ways.map((way) => [way, n(`directions.${way}`)]));

const form = (action: string, token: string, button: Html): Html =>
  html`<form method="post" action="${action}">${hiddenFields(token)}${button}</form>`;
