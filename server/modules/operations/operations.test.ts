import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { fixedClock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import { createLog } from '../../platform/log/log.ts';
import { anApp } from '../../testing/app.ts';
import { testDatabase } from '../../testing/database.ts';
import { aTown } from '../../testing/town.ts';
import type { Fault } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const town = await aTown(db, clock);
const admin = await app.signIn(town.admin);

const faults = async () => (await admin.call<{ faults: Fault[] }>('GET', '/api/admin/faults')).body.faults;
const retry = ({ kind, id }: Pick<Fault, 'kind' | 'id'>) => admin.call('POST', `/api/admin/faults/${kind}/${id}/retries`);

test('where all goes well there is nothing', async () => {
  expect(await faults()).toEqual([]);
});

test('a job that always fails is shown without its words, and runs when it is tried again', async () => {
  let broken = true;
  const ran: unknown[] = [];
  const fragile = async (payload: unknown) => {
    if (broken) throw new TypeError('cannot reach maija.meikalainen@posti.example');
    ran.push(payload);
  };
  const jobs = await startJobs({ url: database.appUrl, handlers: { fragile }, log: createLog('silent') });
  afterAll(jobs.stop);
  await inTransaction(db, (trx) => addJob(trx, 'fragile', { of: 'maija' }, { maxAttempts: 1 }));
  const [fault] = await vi.waitFor(async () => {
    const found = await faults();
    expect(found).toHaveLength(1);
    return found;
  }, 10_000);
  expect(fault).toMatchObject({ kind: 'job', name: 'fragile', tries: 1, error: 'TypeError' });
  expect(JSON.stringify(fault)).not.toContain('maija');
  broken = false;
  expect(await retry(fault as Fault)).toMatchObject({ status: 200, body: { state: 'queued' } });
  await vi.waitFor(() => expect(ran).toEqual([{ of: 'maija' }]), 10_000);
  expect(await faults()).toEqual([]);
  expect((await retry(fault as Fault)).status).toBe(404);
  const { rows } = await sql`select from audit_entry where action = 'job.retry'`.execute(db);
  expect(rows).toHaveLength(1);
});

test('a reaction that was given up has its effect when it is tried again; one that fails stays', async () => {
  const leaver = town.sari.actor.personId;
  const left = await laidAside({ subject: leaver, data: { unitId: town.units.kelaTier3 } });
  expect(await retry({ kind: 'reaction', id: left })).toMatchObject({ status: 200, body: { state: 'done' } });
  const broken = await laidAside({ subject: leaver, data: { unitId: 'no unit at all' } });
  expect(await retry({ kind: 'reaction', id: broken })).toMatchObject({ status: 200, body: { state: 'failed' } });
  expect(await faults()).toMatchObject([{ kind: 'reaction', id: broken, name: 'matters.give-back-requests', tries: 6 }]);
  for (const id of [left, randomUUID(), '1']) expect((await retry({ kind: 'reaction', id })).status).toBe(404);
});

let place = 0;
async function laidAside({ subject, data }: { subject: string; data: object }): Promise<string> {
  place += 1;
  const { rows } = await sql<{ id: string }>`
    insert into event_dead_letter (reaction, xid, seq, event_at, type, subject, data, error, tries)
    values ('matters.give-back-requests', '9', ${place}::bigint, now(), 'person.left-unit', ${subject}::uuid, ${JSON.stringify(data)}::jsonb, 'Error', 5)
    returning id`.execute(db);
  return (rows[0] as { id: string }).id;
}
