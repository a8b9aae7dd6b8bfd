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
  await client.query(
    `insert into service_channel select (jsonb_populate_record(null::service_channel, to_jsonb(c) || jsonb_build_object('id', gen_random_uuid()))).*
    from service_channel c, generate_series(1, $1::int) n order by n limit greatest(0, $1 - (select count(*) from service_channel))`,
    [channels],
  );
  await client.query(
    `with organisation as (select id, row_number() over (order by id) as place from ptv_organisation where names->>'fi' like 'Kunta %')
    insert into service select (jsonb_populate_record(null::service, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid(), 'responsible_id', o.id))).*
    from generate_series(1, $1::int) n, service s, organisation o where o.place = 1 + n % 300
    order by n limit greatest(0, $1 - (select count(*) from service))`,
    [services],
  );
  await client.query(
    `with one as (select id, row_number() over (order by id) as place from service),
      other as (select id, row_number() over (order by id) as place, count(*) over () as count from service_channel)
    insert into service_by_channel (service_id, channel_id)
    select one.id, other.id from one, generate_series(1, 3) n, other where other.place = 1 + (one.place * 3 + n * 20011) % other.count on conflict do nothing`,
  );
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}
