import { type Html, html } from '../../../platform/http/html.ts';
import { hiddenFields, icon } from '../../site/service.ts';
import type { Choice } from './choice.ts';

/** All that has been chosen goes along in the form: what somebody needs has no place in an address. */
export const hiddenChoice = (choice: Choice): Html =>
  html`${hidden('service', choice.service)}${hidden('place', choice.place)}${hidden('language', choice.language)}${hidden('people', String(choice.people))}${choice.needs.map((need) => hidden('needs', need))}${hiddenInterpreter(choice)}${hiddenFrom(choice)}${choice.place !== 'near' && hiddenStart(choice)}`;

/** Which language is interpreted: it tells as much of somebody as what they need. */
export const hiddenInterpreter = ({ interpreterLanguage }: Pick<Choice, 'interpreterLanguage'>): Html | false =>
  interpreterLanguage !== null && hidden('interpreterLanguage', interpreterLanguage);

export const hiddenFrom = ({ from }: Pick<Choice, 'from'>): Html | false => from !== undefined && hidden('from', from);

/** Of a time that is moved: the week, and of a bus the stop, that is looked at. */
export const hiddenLooked = (choice: Pick<Choice, 'from' | 'place'>, isAtStop: boolean): Html =>
  html`${isAtStop && hidden('place', choice.place)}${hiddenFrom(choice)}`;

/** Where one starts to drive. Asked on the page itself while one looks near it. */
const hiddenStart = ({ start, minutes }: Pick<Choice, 'start' | 'minutes'>): Html | false =>
  start !== undefined && html`${hidden('start', start)}${hidden('minutes', minutes)}`;

/** Goes along past the question of where, which is asked anew. */
export const hiddenBesides = (choice: Pick<Choice, 'from' | 'start' | 'minutes'>): Html =>
  html`${hiddenFrom(choice)}${hiddenStart(choice)}`;

/** A step back with everything that was chosen. A form of its own: whoever presses Enter in another goes on in that one. */
export const backForm = (action: string, token: string, choice: Choice, words: string): Html =>
  html`<form class="crumb" method="post" action="${action}">${hiddenFields(token)}${hiddenChoice(choice)}${choice.place === 'near' && hiddenStart(choice)}<button class="text-link" type="submit">${icon('back')} ${words}</button></form>`;

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;
