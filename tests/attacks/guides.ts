import type { App, Caller } from '../../server/testing/app.ts';
import { aGuide } from '../../server/testing/guides.ts';
import type { Town } from '../../server/testing/town.ts';

const texts = { fi: { title: 'Uhkatilanne', body: 'Oma turvallisuutesi tulee ensin.' } };

/** City A's guides, for its own people alone: one that is published, one with a draft, one that waits for its approval. */
export async function guidesOf({ polku }: App, town: Town, aino: Caller) {
  const { db } = polku.desk;
  const content = guideContent(town);
  const [guide, draftedGuide, offeredGuide] = [
    await aGuide(db, town, content),
    await aGuide(db, town, content),
    await aGuide(db, town, content),
  ];
  for (const id of [draftedGuide, offeredGuide]) await fine(aino, `/api/knowledge/guides/${id}/draft`, { revision: 0, content });
  await fine(aino, `/api/knowledge/guides/${offeredGuide}/draft/offer`, { revision: 1 });
  return { guide, draftedGuide, offeredGuide };
}

export const guideContent = ({ organisations }: Town) => ({ kind: 'threat', texts, organisations: [organisations.city] });

async function fine(caller: Caller, url: string, body: unknown): Promise<void> {
  const answer = await caller.call('PUT', url, body);
  if (answer.status >= 300) throw new Error(`PUT ${url}: ${answer.status} ${answer.text}`);
}
