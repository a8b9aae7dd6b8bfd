import { type Kysely, sql } from 'kysely';
import { seedClassifications } from '../../../server/modules/knowledge/services/classifications/seeding.ts';
import { putChannels } from '../../../server/modules/knowledge/services/writing/channels.ts';
import { joinOrganisation, putOrganisations } from '../../../server/modules/knowledge/services/writing/organisations.ts';
import { putServices } from '../../../server/modules/knowledge/services/writing/services.ts';
import type { Tables } from '../../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../server/platform/db/transaction.ts';
import { channels } from './channels/list.ts';
import { providers } from './providers.ts';
import { channelRecord, organisationRecord, providerId, serviceRecord } from './records.ts';
import { services } from './services/list.ts';

/**
 * The demo region's service directory: who provides what, where and how. Adds what is missing and leaves what is there, so that it may be
 * run at every start: on a demo begun before it was thought of, and on one where people have changed things.
 * @returns how many services were written
 */
export async function seedDirectory(db: Kysely<Tables>): Promise<number> {
  return inTransaction(db, async (trx) => {
    const pointIds = await idsByKey(trx, 'service_point');
    if (pointIds.size === 0) return 0;
    await seedClassifications(trx);
    await seedProviders(trx);
    const channelRecords = channels.map((channel) => channelRecord(channel, pointIds));
    await putChannels(trx, await newOnes(trx, 'service_channel', channelRecords), 'own');
    const { written, missing } = await putServices(trx, await newOnes(trx, 'service', services.map(serviceRecord)), 'own');
    if (missing.length > 0) throw new Error(`the seed's services name ${missing[0]?.what} that is not there: ${missing[0]?.id}`);
    return written.length;
  });
}

async function seedProviders(trx: Trx): Promise<void> {
  const organisationIds = await idsByKey(trx, 'organisation');
  const { written } = await putOrganisations(trx, await newOnes(trx, 'ptv_organisation', providers.map(organisationRecord)), 'own');
  const isNew = new Set(written);
  for (const provider of providers) {
    const joined = 'organisation' in provider ? organisationIds.get(provider.organisation) : undefined;
    if (joined && isNew.has(providerId(provider.key))) await joinOrganisation(trx, providerId(provider.key), joined);
  }
}

async function newOnes<R extends { id: string }>(
  trx: Trx,
  table: 'ptv_organisation' | 'service_channel' | 'service',
  records: readonly R[],
): Promise<R[]> {
  const ids = records.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where id = any(${ids}::uuid[])`.execute(trx);
  const known = new Set(rows.map(({ id }) => id));
  return records.filter(({ id }) => !known.has(id));
}

async function idsByKey(trx: Trx, table: 'organisation' | 'service_point'): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`select id, key from ${sql.table(table)}`.execute(trx);
  return new Map(rows.map(({ id, key }) => [key, id]));
}
