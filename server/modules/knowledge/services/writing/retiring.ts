import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { knowledgeChanged } from '../../events.ts';
import type { ChannelKind, Source } from '../types.ts';
import { tellOfChannels } from './channels.ts';

export const retirables = ['organisation', 'general-description', 'channel', 'service', 'collection'] as const;
export type Retirable = (typeof retirables)[number];

/**
 * Marks them as withdrawn; nothing is deleted, since matters and cards point at them. Gives how many were not withdrawn before.
 * A record that comes back in a later import is simply written again.
 */
export async function retire(trx: Trx, what: Retirable, ids: readonly string[], source: Source, now: Temporal.Instant): Promise<number> {
  if (what === 'service') return retireServices(trx, ids, source, now);
  if (what === 'channel') return retireChannels(trx, ids, source, now);
  const { numAffectedRows } = await plainly(what, ids, source, now).execute(trx);
  return Number(numAffectedRows ?? 0);
}

async function retireServices(trx: Trx, ids: readonly string[], source: Source, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ text: string }>`update service set retired_at = ${now}
    where id = any(${ids}::uuid[]) and source = ${source} and retired_at is null returning text_id::text as text`.execute(trx);
  await knowledgeChanged(trx, 'service', [...new Set(rows.map(({ text }) => text))]);
  return rows.length;
}

async function retireChannels(trx: Trx, ids: readonly string[], source: Source, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ id: string; kind: ChannelKind }>`update service_channel set retired_at = ${now}
    where id = any(${ids}::uuid[]) and source = ${source} and retired_at is null returning id, kind`.execute(trx);
  await tellOfChannels(trx, rows);
  return rows.length;
}

function plainly(what: Exclude<Retirable, 'service' | 'channel'>, ids: readonly string[], source: Source, now: Temporal.Instant) {
  if (what === 'organisation')
    return sql`update ptv_organisation set retired_at = ${now} where id = any(${ids}::uuid[]) and source = ${source} and retired_at is null`;
  // Services keep what a withdrawn general description said until their provider says otherwise.
  if (what === 'general-description')
    return sql`update general_description set retired_at = ${now} where id = any(${ids}::uuid[]) and retired_at is null`;
  return sql`update service_collection set retired_at = ${now} where id = any(${ids}::uuid[]) and retired_at is null`;
}
