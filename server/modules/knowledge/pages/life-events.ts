import { type Html, html } from '../../../platform/http/html.ts';
import { hasText } from '../../../platform/i18n/translator.ts';
import { drawPage, icon } from '../../site/service.ts';
import type { ClassName, Told } from '../services/types.ts';
import type { LifeEvent, Package } from './packages.ts';
import { inWords, named, organisationName, type Reader } from './reader.ts';
import { serviceRows } from './rows.ts';
import { waysOn } from './ways-on.ts';

/** As people say it of themselves ("Muutan"); the classification's own name for those that came later. */
export function lifeEventName(reader: Reader, { code, names }: ClassName): Told | null {
  const key = `life.${code.replaceAll('.', '-')}`;
  if (hasText(reader.view.variant, 'pages', key)) return { text: reader.t(key), language: reader.wanted, borrowed: false };
  return named(reader, names);
}

/** The most common ones first, on the front page; which ones those are is known from what is asked at service points. */
const COMMON = ['KE4', 'KE1', 'KE8', 'KE9', 'KE14', 'KE10', 'KE5', 'KE13'];

/** Eight life events on the front page; nothing where the directory has none. */
export function commonLifeEvents(reader: Reader, events: readonly LifeEvent[]): Html | false {
  const { t } = reader;
  const common = COMMON.flatMap((code) => events.find((event) => event.code === code) ?? []);
  return (
    common.length > 0 &&
    html`<section class="stack" aria-labelledby="life"><h2 id="life">${t('life.title')}</h2>
${lifeEventRows(reader, common)}
<p><a class="text-link" href="/life-events">${t('life.all')}</a></p></section>`
  );
}

export function lifeEventsPage(reader: Reader, events: readonly LifeEvent[]): string {
  const { t, view } = reader;
  const whole = events.filter(({ parentCode }) => parentCode === null);
  return drawPage(view, {
    title: t('life.title'),
    main: html`<div class="stack narrow"><h1>${t('life.title')}</h1><p class="lede">${t('life.lede')}</p></div>
${lifeEventRows(reader, whole)}
${help(reader)}`,
  });
}

/** What may help in a situation: the steps of a package in their order, else the services that name the life event. */
export function lifeEventPage(reader: Reader, { event, parts, steps, ordered }: Package): string {
  const { t, view } = reader;
  const name = lifeEventName(reader, event);
  return drawPage(view, {
    title: name?.text ?? '',
    main: html`<a class="text-link crumb" href="/life-events">${icon('back')} ${t('life.all')}</a>
<div class="stack narrow"><h1>${inWords(name)}</h1><p class="lede">${t(steps.length === 0 ? 'life.none' : ordered ? 'life.ordered' : 'life.page')}</p></div>
${parts.length > 0 && html`<section class="stack" aria-labelledby="parts"><h2 id="parts">${t('life.parts')}</h2>${lifeEventRows(reader, parts)}</section>`}
${ordered ? stepList(reader, steps) : steps.length > 0 && serviceRows(reader, steps)}
${help(reader)}`,
  });
}

function lifeEventRows(reader: Reader, events: readonly LifeEvent[]): Html {
  const row = (event: LifeEvent) =>
    html`<li><a class="go plain" href="/life-events/${event.code}"><b>${inWords(lifeEventName(reader, event))}</b>${icon('arrow')}</a></li>`;
  return html`<ul class="rows four">${events.map(row)}</ul>`;
}

/** Drawn as the path is everywhere: each step open, on the way to the next. */
function stepList(reader: Reader, steps: Package['steps']): Html {
  const step = (
    line: Package['steps'][number],
    index: number,
  ) => html`<li class="step" data-state="next" data-depth="0" data-from="0" data-rail="none" data-above="${index === 0 ? 'none' : 'ahead'}" data-below="${index === steps.length - 1 ? 'none' : 'ahead'}"><span class="track" aria-hidden="true"><span class="above"></span><span class="below"></span><span class="node"></span></span>
<div class="what"><p class="what-line"><a class="what-title" href="/services/${line.id}">${inWords(line.name)}</a></p>
${line.summary && html`<p>${inWords(line.summary)}</p>`}
${line.responsible && html`<p class="when">${inWords(organisationName(reader, line.responsible))}</p>`}</div></li>`;
  return html`<ol class="path resident">${steps.map(step)}</ol>`;
}

function help(reader: Reader): Html {
  const { t } = reader;
  return html`<section class="stack off-paper" aria-labelledby="help"><h2 id="help">${t('life.help')}</h2><p>${t('life.helpHow')}</p>${waysOn(reader)}</section>`;
}
