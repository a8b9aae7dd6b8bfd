import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { customerOfIdentity, type Identifying, identityCodeIn, keepIdentity } from '../../server/modules/customers/identifying/service.ts';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../server/platform/db/transaction.ts';
import { type TestIdentity, testIdentities } from '../broker/identities.ts';

/** Who has shown a document at the desk before, and who has claimed a matter that waits for a keeper. */
const PROVED = ['veikko', 'ritva', 'katja'];
const CLAIMING = ['oskar'];

/** Joins some of the demo's customers to their test identities; once, and only where the seed's people still are. */
export async function seedIdentities(db: Kysely<Tables>, deps: Identifying): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(7301443)`.execute(trx);
    if (await trx.selectFrom('customer_identity').select('id').limit(1).executeTakeFirst()) return;
    for (const key of PROVED) await prove(trx, deps, known(key));
    for (const key of CLAIMING) await claim(trx, deps, known(key));
  });
}

async function prove(trx: Trx, deps: Identifying, who: TestIdentity): Promise<void> {
  const identity = identityCodeIn(deps, who.identityCode ?? '');
  const customerId = await seeded(trx, who);
  if (identity && customerId) await keepIdentity(trx, deps, customerId, identity, 'document-seen');
}

async function claim(trx: Trx, deps: Identifying, who: TestIdentity): Promise<void> {
  const identity = identityCodeIn(deps, who.identityCode ?? '');
  const unproved = await seeded(trx, who);
  const matter = unproved && (await trx.selectFrom('matter').select('id').where('customer_id', '=', unproved).limit(1).executeTakeFirst());
  if (!identity || !matter) return;
  const customerId = await customerOfIdentity(trx, deps, identity, { ...who, kind: 'person', learned: 'signed-in' });
  await trx.insertInto('matter_claim').values({ id: randomUUID(), matter_id: matter.id, customer_id: customerId }).execute();
}

async function seeded(trx: Trx, { givenName, familyName }: TestIdentity): Promise<string | undefined> {
  const found = await trx
    .selectFrom('customer')
    .select('id')
    .where('given_name', '=', givenName)
    .where('family_name', '=', familyName)
    .executeTakeFirst();
  return found?.id;
}

function known(key: string): TestIdentity {
  const found = testIdentities.find((each) => each.key === key);
  if (!found) throw new Error(`the broker does not know ${key}`);
  return found;
}
