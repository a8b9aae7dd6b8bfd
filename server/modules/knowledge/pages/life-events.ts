import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { drawPage, icon } from '../../site/service.ts';
import type { LifeEvent, Package, Step } from './packages.ts';
import { inWords, languageOf, type Reader } from './reader.ts';
import { serviceRows } from './rows.ts';
import { waysOn } from './ways-on.ts';

/** The most common ones first, on the front page; which ones those are is known from what is asked at service points. */
const COMMON = ['KE4', 'KE1', 'KE8', 'KE9', 'KE14', 'KE10', 'KE5', 'KE13'];

/** Eight life events on the front page; nothing where the directory has none. */
export function commonLifeEvents(reader: Reader, events: readonly LifeEvent[]): Html | false {
  const { t } = reader;
  const common = COMMON.flatMap((code) => events.find((event) => event.code === code) ?? []);
  return (
    common.length > 0 &&
    html`<section class="stack" aria-labelledby="life"><h2 id="life">${t('life.title')}</h2>
${lifeEventRows(common)}
<p><a class="text-link" href="/life-events">${t('life.all')}</a></p></section>`
  );
}

export function lifeEventsPage(reader: Reader, events: readonly LifeEvent[]): string {
  const { t, view } = reader;
  return drawPage(view, {
    title: t('life.title'),
    main: html`<div class="stack narrow"><h1>${t('life.title')}</h1><p class="lede">${t('life.lede')}</p></div>
${lifeEventRows(events.filter(({ parentCode }) => parentCode === null))}
${help(reader)}`,
  });
}

/** What may help in a situation: the steps of its package in their order, then the services that name the life event. */
export function lifeEventPage(reader: Reader, { event, intro, parts, steps, services }: Package): string {
  const { t, view } = reader;
  const lede = steps.length > 0 ? t('life.ordered') : services.length > 0 ? t('life.page') : t('life.none');
  return drawPage(view, {
    title: event.name?.text ?? '',
    main: html`<a class="text-link crumb" href="/life-events">${icon('back')} ${t('life.all')}</a>
<div class="stack narrow"><h1>${inWords(event.name)}</h1>
${intro ? html`<p class="lede"${languageOf(intro)}>${intro.text}</p><p>${lede}</p>` : html`<p class="lede">${lede}</p>`}</div>
${parts.length > 0 && html`<section class="stack" aria-labelledby="parts"><h2 id="parts">${t('life.parts')}</h2>${lifeEventRows(parts)}</section>`}
${steps.length > 0 && html`<section class="stack narrow" aria-labelledby="steps"><h2 id="steps">${t('life.steps')}</h2>${stepList(reader, steps)}<p>${t('life.decides')}</p></section>`}
${services.length > 0 && html`<section class="stack narrow" aria-labelledby="services"><h2 id="services">${t(steps.length > 0 ? 'life.others' : 'life.services')}</h2>${serviceRows(reader, services)}</section>`}
${help(reader)}`,
  });
}

function lifeEventRows(events: readonly LifeEvent[]): Html {
  const row = ({ code, name }: LifeEvent) =>
    html`<li><a class="go plain" href="/life-events/${code}"><b>${inWords(name)}</b>${icon('arrow')}</a></li>`;
  return html`<ul class="rows four">${events.map(row)}</ul>`;
}

/** Drawn as the path is everywhere: each step still open, on the way to the next. */
function stepList(reader: Reader, steps: readonly Step[]): Html {
  const step = ({ title, note, with: authority, serviceId, deadlineDays }: Step, index: number) => {
    const marks = {
      'data-state': 'next',
      'data-depth': '0',
      'data-from': '0',
      'data-rail': 'none',
      'data-above': index === 0 ? 'none' : 'ahead',
      'data-below': index === steps.length - 1 ? 'none' : 'ahead',
    };
    const when = [authority, deadlineDays === null ? null : within(reader, deadlineDays)].filter((words) => words !== null);
    return html`<li class="step"${attributes(marks)}><span class="track" aria-hidden="true"><span class="above"></span><span class="below"></span><span class="node"></span></span>
<div class="what"><h3 class="what-line">${serviceId ? html`<a class="what-title" href="/services/${serviceId}">${inWords(title)}</a>` : html`<span class="what-title">${inWords(title)}</span>`}</h3>
${note && html`<p${languageOf(note)}>${note.text}</p>`}
${when.length > 0 && html`<p class="when">${when.join('. ')}</p>`}</div></li>`;
  };
  return html`<ol class="path resident">${steps.map(step)}</ol>`;
}

/** In the unit it is thought of: "two weeks", not "fourteen days". */
function within({ t }: Reader, days: number): string {
  if (days === 0) return t('life.sameDay');
  if (days % 30 === 0) return t('life.months', { count: days / 30 });
  return days % 7 === 0 ? t('life.weeks', { count: days / 7 }) : t('life.days', { count: days });
}

function help(reader: Reader): Html {
  const { t } = reader;
  return html`<section class="stack off-paper" aria-labelledby="help"><h2 id="help">${t('life.help')}</h2><p>${t('life.helpHow')}</p>${waysOn(reader)}</section>`;
}
