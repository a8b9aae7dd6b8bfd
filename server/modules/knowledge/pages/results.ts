import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { drawPage, icon } from '../../site/service.ts';
import type { FoundEntry, SearchAnswer } from '../search/schema.ts';
import { askForm } from './ask.ts';
import { pageOf } from './kinds.ts';
import { nameOfEvent } from './packages.ts';
import { inWords, type Reader } from './reader.ts';
import { waysOn } from './ways-on.ts';

/** `answer` is null before anything was asked, and where nothing was written. */
export type Results = { token: string; words: string; answer: SearchAnswer | null; fault: boolean };

/** What was found, in groups, each with why; and always a way on that needs no finding. */
export function resultsPage(reader: Reader, { token, words, answer, fault }: Results): string {
  const { t, view } = reader;
  const found = (answer?.hits ?? []).flatMap((hit) => {
    const href = pageOf(hit);
    return href ? [{ ...hit, href }] : [];
  });
  return drawPage(view, {
    title: fault ? `${view.t('form.errorTitle')} ${t('results.title')}` : t('results.title'),
    private: true,
    main: html`<div class="stack narrow"><h1${attributes({ id: 'found', tabindex: '-1' })}>${headline(reader, answer, found.length)}</h1>
${words !== '' && html`<p class="quiet">${t('results.asked', { words })}</p>`}
${answer && found.length === 0 && html`<p class="lede">${t('results.noneHow')}</p>`}</div>
${found.length > 0 && groups(reader, words, found)}
<section class="stack again" aria-labelledby="again"><h2 id="again">${t(found.length > 0 ? 'results.notThese' : 'results.other')}</h2>
${found.length > 0 && html`<p>${t('results.notTheseHow')}</p>`}
${askForm(reader, { token, words, fault })}
${waysOn(reader)}</section>`,
  });
}

type Linked = FoundEntry & { href: string };

function headline({ t }: Reader, answer: SearchAnswer | null, found: number): string {
  if (!answer) return t('results.title');
  return found === 0 ? t('results.none') : t('results.found', { count: found });
}

/** The island tells which one was chosen, so that content owners see what searches lead to; without it nothing is missing. */
function groups(reader: Reader, words: string, found: readonly Linked[]): Html {
  const kinds = [...Map.groupBy(found, ({ kind }) => kind)];
  const group = ([
    kind,
    hits,
  ]: (typeof kinds)[number]) => html`<section class="stack" aria-labelledby="kind-${kind}"><h2 id="kind-${kind}">${reader.t(`kinds.${kind}`)}</h2>
${rows(reader, hits)}</section>`;
  return html`<div class="stack wide-gap narrow"${attributes({ 'data-found': words, 'data-language': reader.view.locale })}>${kinds.map(group)}</div>`;
}

/** The best ones at once, the rest behind a tap: a long list on a phone hides the ways on below it. */
function rows(reader: Reader, hits: readonly Linked[]): Html {
  const list = (some: readonly Linked[]) => html`<ul class="rows found">${some.map((hit) => row(reader, hit))}</ul>`;
  const rest = hits.slice(FIRST);
  return html`${list(hits.slice(0, FIRST))}${
    rest.length > 0 &&
    html`<details class="more"><summary>${icon('arrow')} ${reader.t('results.more', { count: rest.length })}</summary>${list(rest)}</details>`
  }`;
}

const FIRST = 5;

function row(reader: Reader, hit: Linked): Html {
  const { t } = reader;
  const inIts = inLanguage(reader, hit.language);
  return html`<li><h3><a href="${hit.href}" data-kind="${hit.kind}" data-id="${hit.id}">${titleOf(reader, hit)}${icon('arrow')}</a></h3>
${hit.summary && html`<p${inIts}>${hit.summary}</p>`}
${by(reader, hit)}
${hit.why.words.length > 0 && html`<p class="quiet small">${t('results.why')} <span${inLanguage(reader, hit.why.language)}>${hit.why.words.join(', ')}</span></p>`}</li>`;
}

/** A life event is called as on its own page. */
function titleOf(reader: Reader, { kind, id, title, language }: Linked): Html {
  const event = kind === 'life-event' && nameOfEvent(reader, id, { [language]: title });
  return event ? html`<span>${inWords(event)}</span>` : html`<span${inLanguage(reader, language)}>${title}</span>`;
}

const inLanguage = ({ view }: Reader, language: string) => attributes({ lang: language === view.locale ? null : language });

function by(reader: Reader, { providers }: Linked): Html | false {
  const { t } = reader;
  const [first] = providers?.first ?? [];
  if (!first?.name || !providers) return false;
  const others = providers.count - 1;
  return html`<p class="quiet small">${t('results.by')} <span${inLanguage(reader, first.language)}>${first.name}</span>${others > 0 && html`. ${t('results.also', { count: others })}`}</p>`;
}
