import type { App, Caller } from '../../server/testing/app.ts';
import { aCard } from '../../server/testing/cards.ts';
import type { Town } from '../../server/testing/town.ts';

type Made = { id: string };

/** City A's cards: one that is published, one with a draft, one that waits for its approval; and what Aino said of the first. */
export async function cardsOf({ polku }: App, town: Town, aino: Caller) {
  const { db } = polku.desk;
  const [card, draftedCard, offeredCard] = [await aCard(db, town), await aCard(db, town), await aCard(db, town)];
  for (const id of [draftedCard, offeredCard])
    await fine(aino, 'PUT', `/api/knowledge/cards/${id}/draft`, { revision: 0, content: aContent });
  await fine(aino, 'PUT', `/api/knowledge/cards/${offeredCard}/draft/offer`, { revision: 1 });
  const verdict = (await fine<Made>(aino, 'PUT', `/api/knowledge/cards/${card}/verdict`, { helped: false })).id;
  const { tasks } = await fine<{ tasks: Made[] }>(aino, 'GET', `/api/knowledge/cards/${card}/tasks`);
  return { card, draftedCard, offeredCard, verdict, cardTask: tasks[0]?.id as string };
}

async function fine<T = unknown>(caller: Caller, method: string, url: string, body?: unknown): Promise<T> {
  const answer = await caller.call<T>(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body;
}

export const aContent = { texts: { fi: { title: 'Kortti', summary: 'Tiivistelmä' } } };
