import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { PrinterSettings } from '../devices/schema.ts';

export type VisitToPrint = {
  id: string;
  pointId: string;
  point: Names;
  zone: string;
  code: string;
  language: string;
  arrivedAt: Temporal.Instant;
  secretHash: string | null;
};

const visit = sql`select v.id, v.point_id as "pointId", p.name as point, p.zone, v.code, v.language, v.arrived_at as "arrivedAt", v.secret_hash as "secretHash"
  from visit v join service_point p on p.id = v.point_id`;

/** A number that this device gave and that still waits. */
export async function visitOfKiosk(
  db: Db,
  deviceId: string,
  secretHash: string,
  since: Temporal.Instant,
): Promise<VisitToPrint | undefined> {
  const { rows } = await sql<VisitToPrint>`${visit} where v.secret_hash = ${secretHash} and v.device_id = ${deviceId}::uuid
    and v.ended_at is null and v.arrived_at > ${since}::timestamptz`.execute(db);
  return rows[0];
}

/** `organisationIds`: in whose queues it waits or is served now. */
export async function visitOfDesk(
  db: Db,
  id: string,
  since: Temporal.Instant,
): Promise<(VisitToPrint & { organisationIds: string[] }) | undefined> {
  const { rows } = await sql<VisitToPrint & { organisationIds: string[] }>`select x.*, (select coalesce(array_agg(q.organisation_id), '{}')
      from visit_step s join queue q on q.id = s.queue_id where s.visit_id = x.id and s.state in ('waiting', 'called', 'serving', 'parked')) as "organisationIds"
    from (${visit} where v.id = ${id}::uuid and v.ended_at is null
    and v.arrived_at > ${since}::timestamptz) x`.execute(db);
  return rows[0];
}

/**
 * The ticket is this caller's to print: of all who ask, one. `again`: also where a paper has come, never while one is on its way.
 * @returns whether it is
 */
export async function claimPaper(db: Db, visitId: string, again: boolean): Promise<boolean> {
  const printable = again ? sql`(paper is null or paper in ('printed', 'unsure'))` : sql`paper is null`;
  const { rows } = await sql`update visit set paper = 'sending' where id = ${visitId}::uuid and ${printable} returning id`.execute(db);
  return rows.length > 0;
}

/** Null: nothing has come on paper, so it may be tried anew. */
export async function settlePaper(db: Db, visitId: string, paper: 'printed' | 'unsure' | null): Promise<void> {
  await sql`update visit set paper = ${paper} where id = ${visitId}::uuid`.execute(db);
}

export type PrinterRow = { id: string; pointId: string; name: string; kind: string; printer: PrinterSettings | null };

const printer = sql`select id, point_id as "pointId", name, kind, settings->'printer' as printer from queue_device`;

/** Of a device that is in use. */
export async function printerOfDevice(db: Db, id: string): Promise<PrinterRow | undefined> {
  return (await sql<PrinterRow>`${printer} where id = ${id}::uuid and revoked_at is null`.execute(db)).rows[0];
}

/** Printers the desks of a point may print with, the kiosks' own left out. */
export async function printersOf(db: Db, pointId: string): Promise<PrinterRow[]> {
  return (
    await sql<PrinterRow>`${printer} where point_id = ${pointId}::uuid and kind = 'printer' and revoked_at is null
      and jsonb_typeof(settings->'printer') = 'object' order by name, id`.execute(db)
  ).rows;
}
