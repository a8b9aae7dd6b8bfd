import type pg from 'pg';

/** What an import writes, in the order that references want. */
const TABLES = ['ptv_organisation', 'general_description', 'service_text', 'service_channel', 'service', 'service_by_channel'] as const;
const IN_ONE = 250;

export type Plain = { rows: number; seconds: number };

/**
 * The same rows into tables of the same shape and indexes, by plain batched inserts of the same size, each batch a transaction of its own:
 * what the database itself takes for them in this run on this machine. Reading them out is not counted.
 */
export async function plainInserts(client: pg.Client): Promise<Plain> {
  const plain: Plain = { rows: 0, seconds: 0 };
  for (const table of TABLES) {
    await client.query(`create table plain_${table} (like ${table} including defaults including constraints including indexes)`);
    for (let from = 0; ; from += IN_ONE) {
      const { rows } = await client.query(`select coalesce(jsonb_agg(to_jsonb(t)), '[]') as rows, count(*)::int as count
        from (select * from ${table} order by 1, 2 limit ${IN_ONE} offset ${from}) t`);
      const { rows: batch, count } = rows[0] as { rows: unknown[]; count: number };
      if (count === 0) break;
      const text = JSON.stringify(batch);
      const began = performance.now();
      await client.query(
        `insert into plain_${table} overriding system value select * from jsonb_populate_recordset(null::plain_${table}, $1::jsonb)`,
        [text],
      );
      plain.seconds += (performance.now() - began) / 1000;
      plain.rows += count;
    }
    await client.query(`drop table plain_${table}`);
  }
  return plain;
}
