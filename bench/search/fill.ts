import { join } from 'node:path';
import type pg from 'pg';
import { adapt } from '../../server/modules/knowledge/ptv/adapting.ts';
import { type Step, steps } from '../../server/modules/knowledge/ptv/records.ts';
import { store } from '../../server/modules/knowledge/ptv/runs/storing.ts';
import { folderOf } from '../../server/modules/knowledge/ptv/sources/files.ts';
import type { Database } from '../../server/platform/db/pool.ts';

/** The national sample through the product's own adapter and writing. */
export async function importSample({ kysely: db }: Database, folder: string): Promise<void> {
  const source = await folderOf(join(folder, 'v11'));
  const today = Temporal.Now.plainDateISO();
  for (const step of steps)
    await eachPage(step, async (items) => void (await store(db, step, adapt(source.adapter, step, items, today).records)));

  async function eachPage(step: Step, take: (items: readonly unknown[]) => Promise<void>): Promise<void> {
    for (let at: string | null = null, first = true; first || at !== null; first = false) {
      const { items, next } = await source.page(step, at, null);
      await take(items);
      at = next;
    }
  }
}

/** Repeats the sample under new ids to a country's size: services share the sample's texts, as municipalities share the national ones. */
export async function repeat(client: pg.Client, services: number, channels: number): Promise<void> {
  await client.query(`insert into ptv_organisation (names, kind)
    select jsonb_build_object('fi', 'Kunta ' || n, 'sv', 'Kommun ' || n), 'municipality' from generate_series(1, 300) n`);
  await copies(client, 'service_channel', channels);
  await copies(client, 'service', services);
  await client.query(`with organisation as (select id, row_number() over (order by id) as place from ptv_organisation where names->>'fi' like 'Kunta %'),
      one as (select id, row_number() over (order by id) as place from service)
    update service s set responsible_id = o.id from one join organisation o on o.place = 1 + one.place % 300 where one.id = s.id`);
  await client.query(
    `with one as (select id, row_number() over (order by id) as place from service),
      other as (select id, row_number() over (order by id) as place from service_channel)
    insert into service_by_channel (service_id, channel_id)
    select one.id, other.id from one cross join generate_series(1, 3) n join other on other.place = 1 + (one.place * 3 + n * 20011) % $1::int on conflict do nothing`,
    [channels],
  );
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}

async function copies(client: pg.Client, table: string, wanted: number): Promise<void> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.columns
    where table_name = $1 and table_schema = 'public' and column_name <> 'id' and is_generated = 'NEVER'`,
    [table],
  );
  const columns = rows[0]?.names;
  await client.query(
    `insert into ${table} (id, ${columns}) select gen_random_uuid(), ${columns}
    from generate_series(1, 1 + $1::int / (select count(*)::int from ${table})) n, ${table} limit greatest(0, $1 - (select count(*) from ${table}))`,
    [wanted],
  );
}
