import { sql } from 'kysely';
import type { Trx } from '../../platform/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import type { CustomerCaller } from '../identity/types.ts';
import { mayKeep, sightOf, visibleMatter, visibleToCustomer } from './policy.ts';
import { refuseRestricted } from './restriction.ts';
import type { Call, LockedMatter } from './types.ts';

/** Loads and locks a matter through the visibility predicate. @throws NotFound when it is not visible. */
export async function lockMatter(trx: Trx, call: Call, matterId: string): Promise<LockedMatter> {
  const found = await sql<LockedMatter>`select ${lockedColumns} from matter m
    where m.id = ${matterId}::uuid and ${visibleMatter(sightOf(call.actor))} for update of m`.execute(trx);
  const matter = found.rows[0];
  if (!matter) throw new NotFound();
  return matter;
}

/** For a customer who has signed in. @throws NotFound for a matter that is not theirs, nor of the one they act for */
export async function lockOwnMatter(trx: Trx, caller: CustomerCaller, matterId: string): Promise<LockedMatter> {
  const found = await sql<LockedMatter>`select ${lockedColumns} from matter m
    where m.id = ${matterId}::uuid and ${visibleToCustomer(caller)} for update of m`.execute(trx);
  const matter = found.rows[0];
  if (!matter) throw new NotFound();
  return matter;
}

/** For what the system does by itself, which no person's sight bounds. */
export async function lockMatterItself(trx: Trx, matterId: string): Promise<LockedMatter> {
  const found = await sql<LockedMatter>`select ${lockedColumns} from matter m where m.id = ${matterId}::uuid for update`.execute(trx);
  return found.rows[0] as LockedMatter;
}

const lockedColumns = sql`m.id, m.number, m.customer_id, m.title, m.language, m.owner_org, m.unit_id, m.person_id, m.point_id, m.state, m.awaits,
  m.awaits_since, m.due_at, m.closed_at, m.opened_channel, m.version`;

/** Like `lockMatter`, for those who keep it. @throws Forbidden for those it is only shared with. */
export async function lockToKeep(trx: Trx, call: Call, matterId: string): Promise<LockedMatter> {
  const matter = await lockMatter(trx, call, matterId);
  if (!mayKeep(call.actor, matter.owner_org)) throw new Forbidden('matter-kept-elsewhere');
  return matter;
}

/**
 * Like `lockToKeep`, for what an open matter takes even while its customer's data are restricted (GDPR art. 18(2)): what comes is stored, and
 * the customer is answered. @throws Conflict `matter-closed`, `matter-merged`
 */
export async function lockToStore(trx: Trx, call: Call, matterId: string): Promise<LockedMatter> {
  const matter = await lockToKeep(trx, call, matterId);
  if (matter.state !== 'open') throw new Conflict(matter.state === 'closed' ? 'matter-closed' : 'matter-merged');
  return matter;
}

/** For all other changes of an open matter. @throws Conflict `matter-closed`, `matter-merged`, `processing-restricted` */
export async function lockOpen(trx: Trx, call: Call, matterId: string): Promise<LockedMatter> {
  const matter = await lockToStore(trx, call, matterId);
  await refuseRestricted(trx, matter.id);
  return matter;
}
