import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { dayWords, momentWords, tidied, type View } from '../../site/service.ts';
import type { ShownDocument } from '../documents/shown.ts';
import type { Naming } from '../following/path-drawing.ts';

/** The papers the customer has left at a desk: when and where they came, and where they are. */
export function documentsSection(view: View, documents: ShownDocument[], naming: Naming): Html | false {
  if (documents.length === 0) return false;
  const t = tidied(translator(view.variant, 'own'));
  return html`<section class="stack" aria-labelledby="papers"><h2 id="papers">${t('papers.title')}</h2>
<ul class="rows">${documents.map((document) => row(view, document, naming))}</ul></section>`;
}

function row(view: View, document: ShownDocument, naming: Naming): Html {
  const t = tidied(translator(view.variant, 'own'));
  const { kind, title, pages, arrivedAt, arrivedPlace, state, stateAt, returnBy, receivedBy } = document;
  const by = naming.organisation(receivedBy) ?? '';
  return html`<li class="own-row"><p><b>${title}</b><br><span class="quiet">${t(`papers.kind.${kind}`)}, ${t('papers.pages', { count: pages })}</span></p>
<p>${t('papers.came', { when: momentWords(view, arrivedAt), place: [arrivedPlace, by].filter(Boolean).join(', ') })}</p>
<p>${t(`papers.state.${state}`, { day: dayWords(view, stateAt) })}</p>
${returnBy && (state === 'here' || state === 'passed-on') && html`<p class="quiet small">${t(isLate(view, returnBy) ? 'papers.returnLate' : 'papers.returnBy', { day: lastDay(view, returnBy) })}</p>`}</li>`;
}

const lastDay = ({ locale, now }: View, day: string): string => formatDate(Temporal.PlainDate.from(day), locale, dayOf(now));

const isLate = ({ now }: View, day: string): boolean => Temporal.PlainDate.compare(Temporal.PlainDate.from(day), dayOf(now)) < 0;
