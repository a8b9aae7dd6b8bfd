import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { anApp, type Caller, PUBLIC_URL } from '../../../testing/app.ts';
import { aCard } from '../../../testing/cards.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown } from '../../../testing/town.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
service.polku.desk.directory.forget();
const [keeper, reader] = await Promise.all([service.signIn(town.aino), service.signIn(town.mika)]);

const origin = await service.listen();
const deskOf = async ({ cookie }: Caller) => {
  const desk = await follow(`${origin}/api/live`, { headers: { cookie, host: new URL(PUBLIC_URL).host } });
  await desk.untilBeat(1);
  return { desk, news: (id: string) => desk.heard.filter(({ data }) => data.topic === 'cards:all' && data.id === id).length };
};

test('a verdict and its task reach the desks that keep the card; a change of the card reaches all', async () => {
  const id = await aCard(db, town);
  await service.polku.search.caughtUp();
  const [kept, read] = [await deskOf(keeper), await deskOf(reader)];
  const said = await reader.call('PUT', `/api/knowledge/cards/${id}/verdict`, { helped: false });
  expect(said.status, said.text).toBe(200);
  await kept.desk.until(() => kept.news(id) === 1);
  const { version } = (await keeper.call<{ version: number }>('GET', `/api/knowledge/cards/${id}`)).body;
  const changed = await keeper.call('PATCH', `/api/knowledge/cards/${id}`, { version, reviewOn: '2027-01-01' });
  expect(changed.status, changed.text).toBe(204);
  // Events come in order, so what the verdict would have told stands before this.
  await read.desk.until(() => read.news(id) > 0);
  await kept.desk.until(() => kept.news(id) === 2);
  expect(read.news(id)).toBe(1);
  kept.desk.drop();
  read.desk.drop();
});
