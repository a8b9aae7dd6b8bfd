import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown } from '../../../testing/town.ts';
import { aService, ours, someProviders } from '../search/testing/directory.ts';
import { seedClassifications } from './classifications/seeding.ts';
import { servicesOfLifeEvent } from './service.ts';

const database = await testDatabase();
const db = database.db.kysely;

test('a life event with more services than a page holds shows those of the installation’s own organisations', async () => {
  await inTransaction(db, seedClassifications);
  const town = await aTown(db, fixedClock('2026-11-23T08:00:00Z'));
  const [far, near] = (await someProviders(db, ['Kaukala', 'Mallila'])) as [string, string];
  await ours(db, near, town.organisations.city);
  const lifeEvents = ['KE4'];
  for (const name of ['Muutto kauas', 'Tavarat varastoon'])
    await aService(db, { fi: { name, summary: 'Toisen kunnan palvelu.' } }, [far], { lifeEvents });
  await aService(db, { fi: { name: 'Muuttoilmoitus', summary: 'Molempien palvelu.' } }, [far, near], { lifeEvents });
  await aService(db, { fi: { name: 'Avaimet', summary: 'Oma palvelu.' } }, [near], { lifeEvents });
  const shown = await servicesOfLifeEvent(db, 'KE4', 3);
  expect(shown.map(({ texts, responsible }) => [texts.fi?.name, responsible?.names.fi])).toEqual([
    ['Muuttoilmoitus', 'Mallila'],
    ['Avaimet', 'Mallila'],
    ['Muutto kauas', 'Kaukala'],
  ]);
});
