import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import type { Connection } from '../types.ts';

/** Joins each service to exactly these channels, in this order. */
export async function putConnections(trx: Trx, services: readonly { id: string; connections: readonly Connection[] }[]): Promise<void> {
  const rows = services.flatMap(({ id, connections }) =>
    [...new Map(connections.map((each) => [each.channelId, each])).values()].map(({ channelId, note }, position) => ({
      service_id: id,
      channel_id: channelId,
      position,
      note,
    })),
  );
  const given = JSON.stringify(rows);
  await sql`delete from service_by_channel c where c.service_id = any(${services.map(({ id }) => id)}::uuid[])
    and not exists (select from jsonb_to_recordset(${given}::jsonb) as r(service_id uuid, channel_id uuid)
      where r.service_id = c.service_id and r.channel_id = c.channel_id)`.execute(trx);
  await sql`insert into service_by_channel (service_id, channel_id, position, note)
    select service_id, channel_id, position, note
    from jsonb_to_recordset(${given}::jsonb) as r(service_id uuid, channel_id uuid, position int, note jsonb)
    on conflict (service_id, channel_id) do update set position = excluded.position, note = excluded.note
    where (service_by_channel.position, service_by_channel.note) is distinct from (excluded.position, excluded.note)`.execute(trx);
}
