import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import type { Floor } from '../../types.ts';
import { pointWithQueues, type QueuePoint } from '../../visits/queries.ts';
import { alarmsChanged } from '../events.ts';
import { requireSeesAll } from '../policy.ts';
import { monthsOf, type Written } from '../queries.ts';
import { keptFrom } from '../rules.ts';
import type { Imported } from '../schema.ts';
import { decoded } from './csv.ts';
import { type Report, reportsIn } from './rules.ts';

/** Bytes of a file of reports. */
export const REPORT_BYTES = 4_000_000;

/**
 * Takes in the guarding company's reports. Lines that cannot be read are told and skipped; a report that came before changes nothing.
 * @throws NotFound; Forbidden; Invalid `report-columns`, `report-too-long`
 */
export async function importReports({ db, clock }: Pick<Floor, 'db' | 'clock'>, by: By, pointId: string, path: string): Promise<Imported> {
  const point = await pointWithQueues(db, pointId);
  requireSeesAll(by.actor, point);
  const { zone, organisationId } = point as QueuePoint;
  const now = clock.now();
  const times = { now, zone, from: keptFrom(now, await monthsOf(db, pointId), zone) };
  const { reports, skipped } = reportsIn(decoded(await readFile(path)), times);
  const added = await inTransaction(db, async (trx) => {
    const count = await insertReports(trx, { pointId, personId: by.actor.personId, at: now }, reports);
    await recordChange(trx, by, 'disturbance.imported', pointId, organisationId);
    await alarmsChanged(trx, pointId);
    return count;
  });
  return { added, known: reports.length - added, skipped };
}

async function insertReports(trx: Trx, { pointId, personId, at }: Written, reports: readonly Report[]): Promise<number> {
  const lines = reports.map((report) => ({ ...report, happenedAt: report.happenedAt.toString() }));
  const inserted =
    await sql`insert into disturbance (point_id, state, source, kind, happened_at, place, what, done, police, report_digest, written_by, written_at)
    select ${pointId}::uuid, 'written', 'import', r.kind, r."happenedAt", r.place, r.what, r.done, r.police, r.digest, ${personId}::uuid, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as r (kind text, "happenedAt" timestamptz, place text, what text, done text, police boolean, digest text)
    on conflict (point_id, report_digest) do nothing`.execute(trx);
  return Number(inserted.numAffectedRows ?? 0);
}
