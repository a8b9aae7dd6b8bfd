import type { SearchAnswer } from '../../../server/modules/knowledge/search/schema.ts';
import type { ServiceHere } from '../../../server/modules/queue/kiosk/schema.ts';
import { button, part } from '../../shared/device/part.ts';
import { choice } from '../choice-button.ts';
import { keysFor } from '../keys.ts';
import { call } from '../line.ts';
import { sign } from '../sign.ts';
import { filled } from '../texts/texts.ts';
import type { App, Screen } from '../types.ts';
import { matches, tileOf, tilesOf } from './tiles.ts';

type Hit = SearchAnswer['hits'][number];

const MOST = 6;
/** Of these so many may be the point's own choices, which are there without network too. */
const MOST_TILES = 2;
/** After the last key. */
const PAUSE_MS = 250;
const SHORTEST = 2;

/** In one's own words: the same search as on the public pages, and what is found leads to the queue that serves it here. */
export function searchScreen(app: App): Screen {
  const { t } = app;
  const field = part('input', 'k-field');
  field.id = 'words';
  field.autocomplete = 'off';
  field.maxLength = 100;
  field.inputMode = 'none';
  const label = part('label', '', t.searchField);
  label.htmlFor = 'words';
  const said = part('p', 'k-said');
  said.setAttribute('role', 'status');
  const found = part('div', 'k-results');
  let asked = 0;
  let pausing: ReturnType<typeof setTimeout>;
  const show = (words: string, hits: readonly Hit[], told: string) => {
    const tiles = tilesOf(app)
      .filter((tile) => matches(tile, words))
      .slice(0, MOST_TILES)
      .map((tile) => tileOf(app, tile));
    const services = hits.slice(0, MOST - tiles.length).map((hit) => hitOf(app, hit, words, said));
    found.replaceChildren(...tiles, ...services);
    said.textContent = told || (found.childElementCount > 0 ? filled(t.found, { count: found.childElementCount }) : t.none);
  };
  field.addEventListener('input', () => {
    const words = field.value.trim();
    const mine = ++asked;
    clearTimeout(pausing);
    if (words.length < SHORTEST) {
      found.replaceChildren();
      said.textContent = app.isOffline ? t.searchOffline : '';
      return;
    }
    pausing = setTimeout(async () => {
      const answer = await findServices(app, words);
      // Somebody has typed on, or gone to another screen, meanwhile.
      if (mine === asked && field.isConnected) show(words, answer ?? [], answer ? '' : t.searchOffline);
    }, PAUSE_MS);
  });
  if (app.isOffline) said.textContent = t.searchOffline;
  const ask = part('div', 'k-parts k-ask', label, field, keysFor(field, 'words', t));
  const ways = part('div', 'k-row', button('button', app.back, t.back));
  return { title: t.searchTitle, lead: t.searchHint, parts: [ask, said, found, ways], first: field };
}

const tongueOf = ({ visit }: App) => visit.language.slice(0, 2);

/** @returns undefined when nobody answers */
async function findServices(app: App, words: string): Promise<Hit[] | undefined> {
  const wish = { words, language: tongueOf(app), kinds: ['service'], limit: MOST, typing: true };
  return (await call<SearchAnswer>('POST', '/api/public/knowledge/search', wish)).body?.hits;
}

function hitOf(app: App, hit: Hit, words: string, said: HTMLElement): HTMLButtonElement {
  const element = choice(() => void pick(app, hit, words, said), hit.title, hit.providers?.first[0]?.name ?? '', undefined, sign('next'));
  element.lang = hit.language;
  return element;
}

async function pick(app: App, { id, title }: Hit, words: string, said: HTMLElement): Promise<void> {
  const { visit, view } = app;
  const language = tongueOf(app);
  const { body } = await call<ServiceHere>('GET', `/api/device/services/${id}?language=${language}`);
  if (app.visit !== visit || !said.isConnected) return;
  if (!body) {
    said.textContent = app.t.searchOffline;
    return;
  }
  // Counted without who searched, so that what is asked for and not found is mended.
  void call('POST', '/api/public/knowledge/search/choices', { words, language, kind: 'service', id });
  const queue = view.queues.find((one) => one.id === body.queueId) ?? null;
  Object.assign(visit, { queue, serviceId: body.serviceId, situation: null });
  const leads = body.isServed && queue && (queue.isOpen || queue.kind === 'reception');
  app.found = { ...body, name: title };
  app.go(leads ? 'needs' : 'elsewhere');
}
