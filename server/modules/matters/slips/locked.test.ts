import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import type { NoticeList } from '../noticing/schema.ts';
import type { NewSlip } from './schema.ts';
import { tellOfLockedSlips } from './telling.ts';

const database = await testDatabase();
const app = await anApp(database, { env: { TRUSTED_PROXIES: '127.0.0.1' } });
const { desk } = app.polku;
const { db } = desk;
const town = await aTown(db, desk.clock);
desk.directory.forget();
const aino = await app.signIn(town.aino);
const nelli = await app.signIn(town.nelli);

async function aSlip() {
  const matter = await aMatter(town, town.aino);
  return { matter, slip: (await aino.call<NewSlip>('POST', `/api/matters/${matter.id}/slip`, { namesAgreed: false })).body };
}

/** From addresses of their own, so that the limit by address stands apart from what is tested. */
const tryOnWeb = (number: string, pin: string) =>
  app.caller().call('POST', '/slip', { number, pin }, { 'x-forwarded-for': `198.51.${randomInt(256)}.${randomInt(256)}` });

async function lock({ number, pin }: NewSlip): Promise<void> {
  for (let time = 1; time <= 5; time++) await tryOnWeb(number, String((Number(pin) + time) % 1_000_000).padStart(6, '0'));
}

const told = async (matterId: string) =>
  (await db.selectFrom('happening').select('kind').where('matter_id', '=', matterId).where('kind', '=', 'slip-locked').execute()).length;
const slipsOf = async (who = aino) => (await who.call<NoticeList>('GET', '/api/notices?view=slips')).body;
const waits = async (matterId: string, who = aino) => (await slipsOf(who)).rows.some((row) => row.matterId === matterId);

test('the keepers of the matter are told once that its slip has locked, and find it until a new one is given', async () => {
  const { matter, slip } = await aSlip();
  await tellOfLockedSlips(desk);
  const before = (await slipsOf()).counts.slips;
  await lock(slip);
  await tellOfLockedSlips(desk);
  await tellOfLockedSlips(desk);
  expect([await told(matter.id), await waits(matter.id), (await slipsOf()).counts.slips]).toEqual([1, true, before + 1]);
  expect(await waits(matter.id, nelli)).toBe(false);
  const found = await sql<{ type: string }>`select type from event where subject = ${matter.id}::uuid order by seq desc limit 1`.execute(
    db,
  );
  expect(found.rows).toEqual([{ type: 'matter.changed' }]);
  await aino.call('POST', `/api/matters/${matter.id}/slip`, { namesAgreed: false });
  expect(await waits(matter.id)).toBe(false);
});

test('a slip that opened again at a desk and locks anew is told anew', async () => {
  const { matter, slip } = await aSlip();
  await lock(slip);
  await tellOfLockedSlips(desk);
  expect((await nelli.call('POST', '/api/collectings', { number: slip.number, pin: slip.pin })).status).toBe(201);
  expect(await waits(matter.id)).toBe(false);
  await lock(slip);
  await tellOfLockedSlips(desk);
  expect([await told(matter.id), await waits(matter.id)]).toEqual([2, true]);
});

test('two nodes at once tell it once; of a revoked slip nothing is told', async () => {
  const [one, revoked] = [await aSlip(), await aSlip()];
  for (const { slip } of [one, revoked]) await lock(slip);
  await aino.call('DELETE', `/api/matters/${revoked.matter.id}/slip`);
  await Promise.all([tellOfLockedSlips(desk), tellOfLockedSlips(desk)]);
  expect([await told(one.matter.id), await told(revoked.matter.id)]).toEqual([1, 0]);
});
