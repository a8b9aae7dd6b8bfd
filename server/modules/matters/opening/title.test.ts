import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { testDatabase } from '../../../testing/database.ts';
import { matterOf } from '../../../testing/mail-room.ts';
import { aMatter, aTown } from '../../../testing/town.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const town = await aTown(db, fixedClock('2026-11-23T08:00:00Z'));
const titleOf = async (ownWords: string) =>
  (await matterOf(db, (await aMatter(town, town.aino, { needs: [{ ownWords }] })).id)) as unknown as { title: string };

test.each([
  ['one sentence stays whole', 'Muutan Mallilaan. Mitä pitää hoitaa?', 'Muutan Mallilaan.'],
  [
    'a longer one ends where a word does',
    'Sain päätöksen asumistuesta ja haluaisin tietää miksi summa pieneni viime kuusta',
    'Sain päätöksen asumistuesta ja haluaisin tietää miksi summa…',
  ],
  ['a single long word is cut where it must be', 'a'.repeat(90), `${'a'.repeat(60)}…`],
])('the title of a matter without one: %s', async (_, ownWords, title) => {
  expect((await titleOf(ownWords)).title).toBe(title);
});
