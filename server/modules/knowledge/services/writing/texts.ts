import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Said } from '../types.ts';

/** The id of each distinct text, made where it is new; in the order asked. Texts are never changed: another text is another row. */
export async function textIdsOf(trx: Trx, said: readonly Said[]): Promise<string[]> {
  const hashes = said.map(({ texts, classes }) => fingerprint({ texts, classes }));
  const known = await idsOf(trx, hashes);
  const added = new Map(said.flatMap((each, at) => (known.has(hashes[at]!) ? [] : [[hashes[at]!, each] as const])));
  if (added.size > 0) for (const [hash, id] of await insert(trx, added)) known.set(hash, id);
  return hashes.map((hash) => known.get(hash)!);
}

async function idsOf(trx: Trx, hashes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; hash: string }>`select id::text as id, hash from service_text
    where hash = any(${[...new Set(hashes)]}::text[])`.execute(trx);
  return new Map(rows.map(({ id, hash }) => [hash, id]));
}

async function insert(trx: Trx, added: ReadonlyMap<string, Said>): Promise<Map<string, string>> {
  const rows = [...added].map(([hash, { texts, classes }]) => ({
    hash,
    texts,
    life_events: classes.lifeEvents,
    service_classes: classes.serviceClasses,
    target_groups: classes.targetGroups,
    terms: classes.terms,
  }));
  // Another writer may have added the same text since it was looked for: the update that changes nothing gives its id back.
  const { rows: written } = await sql<{ id: string; hash: string }>`
    insert into service_text (hash, texts, life_events, service_classes, target_groups, terms)
    select hash, texts, life_events, service_classes, target_groups, terms
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(hash text, texts jsonb, life_events text[], service_classes text[],
      target_groups text[], terms jsonb)
    order by hash
    on conflict (hash) do update set hash = excluded.hash
    returning id::text as id, hash`.execute(trx);
  return new Map(written.map(({ id, hash }) => [hash, id]));
}
