import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import type { ListItem } from '../../directory/types.ts';
import { drawPage, hiddenFields, icon, type View } from '../../site/service.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { bringPart } from '../pages/appointment-page.ts';
import { interpreterPart } from '../pages/interpreter-part.ts';
import { needsToTick } from '../pages/needs-part.ts';
import type { OfferedService, PointRow } from '../pages/queries.ts';
import { spanWords, whereWords, wordsOf } from '../pages/words.ts';
import { preVisitWords } from './part.ts';
import type { PreVisitAnswers } from './service.ts';

type Around = {
  service: OfferedService;
  point: PointRow | undefined;
  specialNeeds: readonly ListItem[];
  /** What interpreters of the service interpret, and the list that names languages. */
  interpreted: readonly string[];
  languages: readonly ListItem[];
  answers: PreVisitAnswers;
  token: string;
  /** Of a visit of several services: which part of it, and what that is. */
  part?: { id: string; name: string };
};

/** What one may tell before the visit, and what to bring along. Nothing of it is asked again where it stands already. */
export function preVisitPage(view: View, one: AppointmentRow, around: Around): string {
  const { service, point, specialNeeds, interpreted, languages, answers, token, part } = around;
  const p = preVisitWords(view);
  const b = wordsOf(view);
  const own = part ? '/b/together' : '/b';
  return drawPage(view, {
    title: p('title'),
    private: true,
    main: html`<a class="text-link crumb" href="${own}">${icon('back')} ${p('back')}</a>
<div class="stack narrow"><h1>${p('title')}</h1><p class="lede"><b>${spanWords(view, one.startsAt, one.endsAt)}</b><br>${whereWords(view, b, point, one.way)}${part && html`<br>${part.name}`}</p>
<p>${p('why')}</p></div>
<div class="split"><form class="stack wide-gap" method="post" action="${own}/before">${hiddenFields(token)}${part && html`<input type="hidden" name="part" value="${part.id}">`}
${area(p, 'need', answers.need, 5, 2_000)}
${needsPart(view, p, specialNeeds, answers.needs)}
${languagePart(b, p, answers.language)}
${interpreterPart(view, withOwn(interpreted, one), languages, one.interpreterLanguage)}
<div class="field"><label class="question" for="company">${p('company')}</label><p class="hint" id="company-hint">${p('companyHint')}</p>
<input class="input" id="company" name="company" maxlength="300" aria-describedby="company-hint" value="${answers.company}"></div>
${area(p, 'papers', answers.papers, 3, 1_000)}
<div class="stack"><p class="buttons"><button class="button wide-phone" type="submit">${icon('check')} ${p('send')}</button></p><p class="hint small">${p('use')}</p></div></form>
<aside class="stack">${bringPart(view, b, [service])}</aside></div>`,
  });
}

/** What was said stands there though nobody interprets it any more. */
const withOwn = (interpreted: readonly string[], { interpreterLanguage: own }: AppointmentRow): readonly string[] =>
  own === null || interpreted.includes(own) ? interpreted : [...interpreted, own];

function area(p: Translate, name: 'need' | 'papers', value: string, rows: number, longest: number): Html {
  return html`<div class="field"><label class="question" for="${name}">${p(name)}</label><p class="hint" id="${name}-hint">${p(`${name}Hint`)}</p>
<textarea class="input" id="${name}" name="${name}" rows="${String(rows)}" maxlength="${String(longest)}" aria-describedby="${name}-hint">
${value}</textarea></div>`;
}

function needsPart(view: View, p: Translate, specialNeeds: readonly ListItem[], ticked: readonly string[]): Html | false {
  if (specialNeeds.length === 0) return false;
  const { shown, folded } = needsToTick(view, specialNeeds, { ticked, inSight: () => false });
  return html`<fieldset class="stack"><legend class="question">${p('needs')}</legend><p class="hint">${p('needsHint')}</p>${shown}${folded}</fieldset>`;
}

function languagePart(b: Translate, p: Translate, chosen: string): Html {
  const radio = (each: string) =>
    html`<label class="choice row"><input type="radio" name="language" value="${each}" required${attributes({ checked: each === chosen })}><span class="dot"></span><span>${b(`languages.${each}`)}</span></label>`;
  return html`<fieldset class="stack"><legend class="question">${p('language')}</legend><div class="ticks-grid">${['fi', 'sv', 'en'].map(radio)}</div></fieldset>`;
}
