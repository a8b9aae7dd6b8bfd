import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { OWNER, type Passwords } from '../server/platform/db/embedded/cluster.ts';
import { chooseAddress, urlAt } from '../server/platform/db/embedded/settings.ts';
import type { Service } from './service.ts';

export type Audited = { action: string; outcome: string; person: string | null; actor: string };

/** The audit log of a matter, in order. */
export async function auditOf(service: Service, matterId: string): Promise<Audited[]> {
  return asOwner(service, async (client) => {
    const found = await client.query<Audited>(
      `select a.action, a.outcome, a.actor_kind as actor, p.name as person from audit_entry a left join person p on p.id = a.person_id
       where a.matter_id = $1 order by a.id`,
      [matterId],
    );
    return found.rows;
  });
}

/** As the owner of the service's own database. */
export async function asOwner<T>({ dataDir }: Service, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { owner } = JSON.parse(await readFile(join(dataDir, 'postgresql.json'), 'utf8')) as Passwords;
  const client = new pg.Client(urlAt(await chooseAddress(join(dataDir, 'postgresql')), OWNER, owner, 'polku'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
