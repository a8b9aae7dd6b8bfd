import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { knowledgeChanged } from '../../events.ts';
import { fingerprint } from '../fingerprint.ts';
import { merged } from '../merging.ts';
import type { Said, ServiceRecord, Source } from '../types.ts';
import { changedOf, existing, keptOf, lastOfEach, type Written } from './changed.ts';
import { putConnections } from './connections.ts';
import { textIdsOf } from './texts.ts';

export type WrittenServices = Written & {
  /** What was left out because it pointed at nothing: organisations, general descriptions, channels. */
  missing: { serviceId: string; what: 'organisation' | 'general-description' | 'channel'; id: string }[];
};

/**
 * Writes the services that say something new, each with its general description merged in and its channels joined. A general description
 * that changes later is followed by `remerge`.
 */
export async function putServices(trx: Trx, records: readonly ServiceRecord[], source: Source): Promise<WrittenServices> {
  const last = lastOfEach(records);
  const known = await knownOf(trx, last);
  const missing: WrittenServices['missing'] = [];
  const resolved = last.map((record) => resolvedOf(record, known, missing));
  const kept = await keptOf(
    trx,
    'service',
    last.map(({ id }) => id),
  );
  const rows = resolved.map((record) => rowOf(record, source, known.generals));
  const { changed, result } = changedOf(rows, kept, source);
  if (changed.length > 0) {
    const written = new Set(result.written);
    await writeServices(trx, changed);
    await putConnections(
      trx,
      resolved.filter(({ id }) => written.has(id)),
    );
  }
  return { ...result, missing };
}

/** Merges the general descriptions anew into all services that point at them; gives how many services changed. */
export async function remerge(trx: Trx, serviceIds: readonly string[]): Promise<number> {
  const { rows: services } = await sql<{ id: string; source: Source; generalId: string; own: Said; hash: string; recordHash: string }>`
    select id, source, general_id as "generalId", own, content_hash as hash, split_part(content_hash, '/', 1) as "recordHash"
    from service where id = any(${serviceIds}::uuid[]) order by id for update`.execute(trx);
  const generals = await generalsOf(
    trx,
    services.map(({ generalId }) => generalId),
  );
  const rows = services.map(({ id, own, generalId, hash, recordHash }) => {
    const text = merged(generals.get(generalId)?.said ?? null, own);
    return { id, text, before: hash, hash: hashOf(recordHash, text) };
  });
  const changed = rows.filter(({ before, hash }) => before !== hash);
  if (changed.length > 0) await rewrite(trx, changed);
  return changed.length;
}

type General = { said: Said };
type Known = { organisations: Set<string>; channels: Set<string>; generals: Map<string, General> };

async function knownOf(trx: Trx, records: readonly ServiceRecord[]): Promise<Known> {
  const organisations = await existing(
    trx,
    'ptv_organisation',
    records.flatMap((each) => [each.responsibleId, ...each.producerIds]),
  );
  const channels = await existing(
    trx,
    'service_channel',
    records.flatMap(({ connections }) => connections.map((each) => each.channelId)),
  );
  return {
    organisations,
    channels,
    generals: await generalsOf(
      trx,
      records.map(({ generalId }) => generalId),
    ),
  };
}

async function generalsOf(trx: Trx, ids: readonly (string | null)[]): Promise<Map<string, General>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const { rows } = await sql<Said & { id: string }>`select id, texts, classes, type, charge, legislation from general_description
    where id = any(${asked}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, ...said }) => [id, { said }]));
}

function resolvedOf(record: ServiceRecord, known: Known, missing: WrittenServices['missing']): ServiceRecord {
  const lost = (what: WrittenServices['missing'][number]['what'], id: string) => missing.push({ serviceId: record.id, what, id });
  const isKnown = (id: string) => known.organisations.has(id) || !lost('organisation', id);
  return {
    ...record,
    generalId:
      record.generalId && !known.generals.has(record.generalId) && lost('general-description', record.generalId) ? null : record.generalId,
    responsibleId: record.responsibleId && isKnown(record.responsibleId) ? record.responsibleId : null,
    producerIds: record.producerIds.filter(isKnown),
    connections: record.connections.filter(({ channelId }) => known.channels.has(channelId) || !lost('channel', channelId)),
  };
}

function rowOf(record: ServiceRecord, source: Source, generals: ReadonlyMap<string, General>) {
  const own: Said = {
    texts: record.texts,
    classes: record.classes,
    type: record.type,
    charge: record.charge,
    legislation: record.legislation,
  };
  const text = merged((record.generalId && generals.get(record.generalId)?.said) || null, own);
  return {
    id: record.id,
    source,
    general_id: record.generalId,
    responsible_id: record.responsibleId,
    producer_ids: record.producerIds,
    languages: record.languages,
    area: record.area,
    modified_at: record.modifiedAt,
    own,
    text,
    hash: hashOf(fingerprint({ ...record, modifiedAt: null }), text),
  };
}

/** What the record says and what the merged text says: either may change without the other. */
const hashOf = (recordHash: string, text: Said) => `${recordHash}/${fingerprint(text)}`;

type Row = ReturnType<typeof rowOf>;

async function writeServices(trx: Trx, rows: readonly Row[]): Promise<void> {
  const textIds = await textIdsOf(
    trx,
    rows.map(({ text }) => text),
  );
  const before = await textsOfServices(trx, rows);
  const values = rows.map(({ text, ...row }, at) => ({
    ...row,
    text_id: textIds[at],
    type: text.type ?? 'service',
    charge: text.charge,
    legislation: text.legislation,
  }));
  await sql`insert into service (id, source, general_id, text_id, responsible_id, producer_ids, type, charge, languages, area, legislation,
      own, modified_at, content_hash)
    select id, source, general_id, text_id, responsible_id, producer_ids, type, charge, languages, area, legislation, own, modified_at, hash
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(id uuid, source text, general_id uuid, text_id bigint,
      responsible_id uuid, producer_ids uuid[], type text, charge text, languages text[], area jsonb, legislation jsonb, own jsonb,
      modified_at timestamptz, hash text)
    on conflict (id) do update set general_id = excluded.general_id, text_id = excluded.text_id,
      responsible_id = excluded.responsible_id, producer_ids = excluded.producer_ids, type = excluded.type, charge = excluded.charge,
      languages = excluded.languages, area = excluded.area, legislation = excluded.legislation, own = excluded.own,
      modified_at = excluded.modified_at, content_hash = excluded.content_hash, retired_at = null`.execute(trx);
  await knowledgeChanged(trx, 'service', [...new Set([...before, ...textIds])]);
}

async function rewrite(trx: Trx, rows: readonly { id: string; text: Said; hash: string }[]): Promise<void> {
  const textIds = await textIdsOf(
    trx,
    rows.map(({ text }) => text),
  );
  const before = await textsOfServices(trx, rows);
  const values = rows.map(({ id, text, hash }, at) => ({
    id,
    hash,
    text_id: textIds[at],
    type: text.type ?? 'service',
    charge: text.charge,
    legislation: text.legislation,
  }));
  await sql`update service set text_id = r.text_id, type = r.type, charge = r.charge, legislation = r.legislation, content_hash = r.hash
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as r(id uuid, text_id bigint, type text, charge text, legislation jsonb, hash text)
    where service.id = r.id`.execute(trx);
  await knowledgeChanged(trx, 'service', [...new Set([...before, ...textIds])]);
}

/** The texts they have now: the index hears of those that nobody says any more. */
async function textsOfServices(trx: Trx, rows: readonly { id: string }[]): Promise<string[]> {
  const ids = rows.map(({ id }) => id);
  const { rows: found } = await sql<{
    id: string;
  }>`select distinct text_id::text as id from service where id = any(${ids}::uuid[])`.execute(trx);
  return found.map(({ id }) => id);
}
