import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { DeviceInput, DeviceShown, Self, Settings } from './schema.ts';
import type { Device } from './types.ts';

export type DeviceKind = Device['deviceKind'];

export async function deviceOfKey(db: Db, keyHash: string): Promise<(Device & { seenAt: Temporal.Instant | null }) | undefined> {
  const { rows } = await sql<Device & { seenAt: Temporal.Instant | null }>`select 'device' as kind, id as "deviceId", point_id as "pointId",
    kind as "deviceKind", name, seen_at as "seenAt" from queue_device where key_hash = ${keyHash} and revoked_at is null`.execute(db);
  return rows[0];
}

export async function markSeen(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update queue_device set seen_at = ${at}::timestamptz where id = ${id}::uuid`.execute(db);
}

export type PairedRow = { id: string; pointId: string; kind: DeviceKind };

/** Pairs the device that shows this code, once. @returns undefined for a code that is none, was used or has run out */
export async function pair(trx: Trx, pairingHash: string, keyHash: string, at: Temporal.Instant): Promise<PairedRow | undefined> {
  const { rows } = await sql<PairedRow>`update queue_device
    set key_hash = ${keyHash}, paired_at = ${at}::timestamptz, seen_at = ${at}::timestamptz, pairing_hash = null, pairing_until = null
    where pairing_hash = ${pairingHash} and pairing_until > ${at}::timestamptz and revoked_at is null
    returning id, point_id as "pointId", kind`.execute(trx);
  return rows[0];
}

type Shown = Omit<DeviceShown, 'seenAt'> & { seenAt: Temporal.Instant | null };

const columns = sql`d.id, d.point_id as "pointId", d.kind, d.name, d.settings, d.seen_at as "seenAt", d.version,
  case when d.revoked_at is not null then 'revoked' when d.kind = 'printer' then 'set' when d.key_hash is not null then 'paired' else 'waiting' end as state`;

export async function devicesOf(db: Db, pointId: string): Promise<Shown[]> {
  return (
    await sql<Shown>`select ${columns} from queue_device d where d.point_id = ${pointId}::uuid order by d.revoked_at is not null, d.kind, d.name`.execute(
      db,
    )
  ).rows;
}

export async function lockDevice(trx: Trx, id: string): Promise<Shown | undefined> {
  return (await sql<Shown>`select ${columns} from queue_device d where d.id = ${id}::uuid for update`.execute(trx)).rows[0];
}

export async function insertDevice(trx: Trx, pointId: string, { kind, name, settings }: DeviceInput): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into queue_device (point_id, kind, name, settings)
    values (${pointId}::uuid, ${kind}, ${name}, ${JSON.stringify(settings)}::jsonb) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function updateDevice(trx: Trx, id: string, name: string, settings: Settings): Promise<void> {
  await sql`update queue_device set name = ${name}, settings = ${JSON.stringify(settings)}::jsonb, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

/** Its key opens nothing from now on. */
export async function revokeDevice(trx: Trx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update queue_device set revoked_at = ${at}::timestamptz, key_hash = null, pairing_hash = null, pairing_until = null, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}

/** A new code; the key the device had before opens nothing any more. */
export async function offerPairing(trx: Trx, id: string, pairingHash: string, until: Temporal.Instant): Promise<void> {
  await sql`update queue_device set pairing_hash = ${pairingHash}, pairing_until = ${until}::timestamptz, key_hash = null, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}

export async function selfOf(db: Db, id: string): Promise<Self | undefined> {
  const { rows } =
    await sql<Self>`select d.id as "deviceId", d.kind, d.name, d.settings, jsonb_build_object('id', p.id, 'name', p.name, 'zone', p.zone) as point
    from queue_device d join service_point p on p.id = d.point_id where d.id = ${id}::uuid`.execute(db);
  return rows[0];
}
