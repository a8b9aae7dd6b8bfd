import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { close } from '../closing/service.ts';
import { readList } from './service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
const { desk, aino, ...town } = await aTown(db.kysely, clock);

test('what was closed today stands last in one’s own list for a change of mind, and is not counted', async () => {
  const [open, closed] = [await aMatter({ ...town, desk, aino }, aino), await aMatter({ ...town, desk, aino }, aino)];
  expect((await readList(desk, aino, 'mine')).counts.mine).toBe(2);
  await close(desk, aino, closed.id);
  const { rows, counts } = await readList(desk, aino, 'mine');
  expect(rows.map(({ id, state }) => [id, state])).toEqual([
    [open.id, 'open'],
    [closed.id, 'closed'],
  ]);
  expect(counts.mine).toBe(1);
});
