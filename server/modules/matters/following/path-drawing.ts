import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { dayWords, fullStop, icon, momentWords, type View } from '../../site/service.ts';
import { type MainItem, type PathItem, type PathState, pathItems } from './path-items.ts';
import type { FollowPage } from './schema.ts';

/** What the path says besides the matter itself. */
export type Naming = { organisation(id: string): string | undefined };

/** The one drawing of a matter (web/shared/ui/path.css), for residents: on the page behind a link and on paper. */
export function drawPath(view: View, page: FollowPage, naming: Naming): Html {
  const items = pathItems(page);
  return html`<ol class="path resident">${items.map((item, index) => drawMain(view, page, naming, item, items[index - 1], items[index + 1]))}</ol>`;
}

function drawMain(
  view: View,
  page: FollowPage,
  naming: Naming,
  item: MainItem,
  before: MainItem | undefined,
  after: MainItem | undefined,
): Html {
  const [first] = item.branch;
  const lines = { depth: 0, from: 0, above: before ? lineTo(item) : 'none', below: lineTo(after ?? first), rail: 'none' };
  const branch = item.branch.map((inner, index) =>
    drawItem(view, page, naming, inner, {
      depth: 1,
      from: index === 0 ? 0 : 1,
      above: lineTo(inner),
      below: lineTo(item.branch[index + 1]),
      rail: lineTo(after),
    }),
  );
  return drawItem(view, page, naming, item, lines, branch.length > 0 && html`<ol class="branch">${branch}</ol>`);
}

type Lines = { depth: number; from: number; above: string; below: string; rail: string };

function drawItem(view: View, page: FollowPage, naming: Naming, item: PathItem, lines: Lines, branch: Html | false = false): Html {
  const data = Object.fromEntries(Object.entries(lines).map(([name, value]) => [`data-${name}`, value]));
  const current = item.state === 'now' ? 'step' : null;
  return html`<li class="step${item.kind === 'authority' && ' authority'}"${attributes({ 'data-state': item.state, 'aria-current': current, ...data })}>
<span class="track" aria-hidden="true"><span class="rail"></span><span class="above"></span><span class="below"></span><span class="node">${sign(item)}</span></span>
<div class="what">${titled(lines.depth, titleOf(view, naming, item))}
${details(view, page, item)}</div>
${branch}</li>`;
}

function titled(depth: number, words: string): Html {
  const line = html`<span class="what-words"><span class="what-title">${words}</span></span>`;
  return depth === 0 ? html`<h3 class="what-line">${line}</h3>` : html`<h4 class="what-line">${line}</h4>`;
}

function sign(item: PathItem): Html | false {
  if (item.kind === 'authority') return icon('office');
  return item.state === 'done' && icon('check');
}

function titleOf({ t }: View, naming: Naming, item: PathItem): string {
  if (item.kind === 'step') return item.step.title ?? t(item.step.who === 'customer' ? 'path.unnamedTask' : 'path.unnamedStep');
  if (item.kind !== 'authority') return t(`path.${item.kind}`);
  return (item.organisationId && naming.organisation(item.organisationId)) || t('path.unnamedAuthority');
}

function details(view: View, page: FollowPage, item: PathItem): Html | false {
  const { t } = view;
  switch (item.kind) {
    case 'authority':
      return when(t(item.unseen ? 'path.unseen' : 'path.beside'));
    case 'told': {
      const how = t(`opened.${isKnownChannel(page.openedChannel) ? page.openedChannel : 'other'}`);
      return when(t('path.doneHow', { day: dayWords(view, page.openedAt), how }));
    }
    case 'answer':
      return html`<p class="here">${t('path.ourTurn')}</p>${page.dueAt ? when(t('path.latest', { when: momentWords(view, page.dueAt) })) : when(t('path.nothingToDo'))}`;
    case 'read':
      return html`<p class="here">${t('path.yourTurn')}</p>${when(t('path.readHint'))}`;
    case 'step':
      return stepDetails(view, item.step, item.state);
    default:
      return false;
  }
}

type Step = FollowPage['steps'][number];

function stepDetails(view: View, step: Step, state: PathState): Html {
  const { t } = view;
  const place = step.place ? `, ${step.place}` : '';
  if (state === 'done')
    return when(step.doneAt ? t('path.done', { day: dayWords(view, step.doneAt), place }) : t('path.doneSometime', { place }));
  if (step.unseen) return html`<p class="state wait">${icon('clock')} ${t('path.goesOn')}</p>`;
  if (state === 'next') return when(t('path.next', { times: timesOf(view, step), place }));
  if (step.who !== 'authority') {
    const whose = step.who === 'customer' ? t('path.yourTurn') : t('path.ourTurn');
    const times = timesOf(view, step) + place;
    return html`<p class="here">${whose}</p>${times !== '' && when(upperFirst(times.replace(/^, /, '').replace(/(\d\.), /g, '$1 ')))}`;
  }
  const latest =
    step.deadlineAt &&
    html`<p>${t('path.authorityAnswer')} <b>${momentWords(view, step.deadlineAt)}</b>${fullStop(momentWords(view, step.deadlineAt))} ${t('path.nothingToDo')}</p>`;
  return html`<p class="state wait">${icon('clock')} ${t('path.inHand')}</p>${latest || when(t('path.nothingToDo'))}`;
}

/** ", ke 9.12. klo 10.20", ", viimeistään pe 27.11. klo 16", or nothing. */
function timesOf(view: View, { at, deadlineAt }: Step): string {
  if (at) return `, ${momentWords(view, at)}`;
  return deadlineAt ? `, ${view.t('path.by', { when: momentWords(view, deadlineAt) })}` : '';
}

const CHANNELS = ['web', 'email', 'phone', 'counter', 'letter'];
const isKnownChannel = (channel: string): boolean => CHANNELS.includes(channel);

const when = (words: string): Html => html`<div class="when">${words}</div>`;
const upperFirst = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
const lineTo = (item: PathItem | undefined): string => (item === undefined ? 'none' : item.state === 'next' ? 'ahead' : 'gone');
