import { randomUUID } from 'node:crypto';
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
  return { card, draftedCard, offeredCard, verdict, cardTask: tasks[0]?.id as string, ...(await aService(polku)) };
}

/** A service of the directory and the page where it is reached. */
async function aService({ desk: { db } }: App['polku']) {
  const named = JSON.stringify({ fi: { name: 'Pysäköinti', summary: 'Lupa pysäköidä' } });
  const text = { hash: randomUUID(), texts: named };
  const { id: textId } = await db.insertInto('service_text').values(text).returning('id').executeTakeFirstOrThrow();
  const service = await db.insertInto('service').values({ text_id: textId, source: 'own' }).returning('id').executeTakeFirstOrThrow();
  const links = JSON.stringify({ fi: [{ name: 'Hae', url: 'https://mallila.example/lupa' }] });
  const page = { kind: 'e-service', source: 'own', texts: named, links };
  const channel = await db.insertInto('service_channel').values(page).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('service_by_channel').values({ service_id: service.id, channel_id: channel.id }).execute();
  return { directoryService: service.id, directoryChannel: channel.id };
}

async function fine<T = unknown>(caller: Caller, method: string, url: string, body?: unknown): Promise<T> {
  const answer = await caller.call<T>(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body;
}

export const aContent = { texts: { fi: { title: 'Kortti', summary: 'Tiivistelmä' } } };
