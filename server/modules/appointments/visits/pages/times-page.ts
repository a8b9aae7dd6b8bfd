import { dayOf } from '../../../../platform/clock/day.ts';
import { type Html, html } from '../../../../platform/http/html.ts';
import { inOrderOfNames, nameIn } from '../../../directory/service.ts';
import { clockTime, drawPage, hiddenFields, icon, type View } from '../../../site/service.ts';
import { togetherWords } from '../../joint/pages/words.ts';
import { hiddenInterpreter } from '../../pages/choice-part.ts';
import type { PointRow } from '../../pages/queries.ts';
import { atMoment, dayName, pointWords, spanWords, wordsOf } from '../../pages/words.ts';
import type { Visit } from '../rules.ts';
import { pressedVisit, type VisitChoice } from './choice.ts';
import type { VisitService } from './queries.ts';

type Around = {
  point: PointRow;
  services: readonly VisitService[];
  choice: VisitChoice;
  visits: readonly Visit[];
  from: Temporal.PlainDate;
  today: Temporal.PlainDate;
  token: string;
  once: string;
  refused: string | null;
  /** An agreed visit is moved: nothing is asked again. */
  moving: boolean;
  present?: Visit['parts'] | undefined;
};

/** So many of a day: the earliest arrivals first. */
const OF_A_DAY = 8;
const DAYS = 7;

/** Visits to press: all parts of one are held at once for whoever presses it. */
export function visitTimesPage(view: View, around: Around): string {
  const { point, services, choice, visits, from, today, token, once, refused, moving, present } = around;
  const [b, t] = [wordsOf(view), togetherWords(view)];
  const title = moving ? b('times.moveTitle') : t('times.title');
  const chosen = services.filter(({ id }) => choice.services.includes(id));
  const names = inOrderOfNames(chosen, view.locale).map(({ name }) => nameIn(name, view.locale));
  const days = [...Map.groupBy(visits, (visit) => dayOf(atMoment(visit.from)).toString())];
  const isFirst = Temporal.PlainDate.compare(from, today) <= 0;
  return drawPage(view, {
    title: refused ? `${refused} – ${title}` : title,
    private: true,
    query: moving ? {} : { place: point.id },
    main: html`<a class="text-link crumb" href="${moving ? '/b/together' : `/book/visit?place=${point.id}`}">${icon('back')} ${moving ? b('times.backToMine') : t('times.other')}</a>
<form class="stack wide-gap" method="post" action="${moving ? '/b/together/times' : '/book/visit/times'}">${hiddenFields(token, once)}${moving ? hiddenFrom(choice) : hiddenChoice(choice)}
<div class="stack narrow"><h1>${title}</h1>${present && presentPart(view, present)}<p class="lede">${pointWords(view, point)}${!moving && html`<br>${names.join(' + ')}`}${choice.people > 1 && html`<br>${t('own.people', { count: choice.people })}`}</p>
${refused && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${refused}</h2><p>${b('times.otherDays')}</p></div>`}</div>
${days.length === 0 && html`<p class="note">${t('times.none')}</p>`}
${days.map(([day, those]) => dayPart(view, Temporal.PlainDate.from(day), those, moving ? '/b/together/times' : '/b/together/visits'))}
<p class="buttons">${!isFirst && html`<button class="button second" type="submit" name="go" value="${from.subtract({ days: DAYS }).toString()}">${icon('earlier')} ${t('times.earlier')}</button>`}
<button class="button second" type="submit" name="go" value="${from.add({ days: DAYS }).toString()}">${t('times.later')} ${icon('arrow')}</button></p>
${days.length > 0 && html`<p class="hint small narrow">${moving ? b('times.moveHint') : t('times.hold')}</p>`}</form>`,
  });
}

/** When the visit is as it stands: from its first part to its last. */
function presentPart(view: View, parts: Visit['parts']): Html {
  const from = Math.min(...parts.map((part) => part.from));
  const until = Math.max(...parts.map((part) => part.until));
  return html`<p class="lede">${wordsOf(view)('times.present', { when: spanWords(view, atMoment(from), atMoment(until)) })}</p>`;
}

function dayPart(view: View, day: Temporal.PlainDate, visits: readonly Visit[], action: string): Html {
  const id = `d-${day.toString()}`;
  const button = ({ from, until, parts }: Visit) =>
    html`<button class="button second" type="submit" name="at" value="${pressedVisit(parts)}" formaction="${action}">${span(view, from, until)}</button>`;
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${dayName(view, day)}</h2><p class="times spans">${visits.slice(0, OF_A_DAY).map(button)}</p></section>`;
}

function span({ locale }: View, from: number, until: number): string {
  const ends = clockTime(atMoment(until), locale).replace(/^(klo|kl\.?)\s/u, '');
  return `${clockTime(atMoment(from), locale)}\u2060–\u2060${ends}`;
}

const hiddenChoice = ({ place, services, needs, interpreterLanguage, people, language, from }: VisitChoice): Html =>
  html`<input type="hidden" name="place" value="${place}"><input type="hidden" name="people" value="${String(people)}"><input type="hidden" name="language" value="${language}">${services.map((one) => html`<input type="hidden" name="services" value="${one}">`)}${needs.map((one) => html`<input type="hidden" name="needs" value="${one}">`)}${hiddenInterpreter({ interpreterLanguage })}${hiddenFrom({ from })}`;
const hiddenFrom = ({ from }: Pick<VisitChoice, 'from'>) => from && html`<input type="hidden" name="from" value="${from}">`;
