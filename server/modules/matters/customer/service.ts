import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import type { ArrangementInput, Customer, CustomerChange } from '../../customers/schema.ts';
import { arrange, changeCustomer, customerById, endArrangement } from '../../customers/service.ts';
import { sightOf } from '../policy.ts';
import { refuseRestrictedCustomer } from '../restriction.ts';
import { auditRow, eventRow, type Trace } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { mayUseCustomer } from './policy.ts';

/** A customer as a keeper of one of their matters may see them. @throws NotFound */
export async function readCustomer(desk: Desk, call: Call, customerId: string): Promise<Customer> {
  return inTransaction(desk.db, async (trx) => {
    const kept = await keptMatters(trx, call, customerId);
    const customer = await customerById(trx, customerId, sightOf(call.actor).own);
    if (!customer || kept.length === 0) throw new NotFound();
    await auditRow(call, traceOf(customerId, kept[0] as KeptMatter, 'customer.read')).execute(trx);
    return customer;
  });
}

export async function change(desk: Desk, call: Call, customerId: string, input: CustomerChange): Promise<void> {
  await changing(desk, call, customerId, 'customer.changed', (trx) => changeCustomer(trx, customerId, input));
}

export async function addArrangement(desk: Desk, call: Call, customerId: string, input: ArrangementInput): Promise<{ id: string }> {
  const id = await changing(desk, call, customerId, 'arrangement.noted', (trx) =>
    arrange(trx, customerId, input, { by: call.actor.personId, at: 'desk', pointId: call.actor.pointId }),
  );
  return { id };
}

export async function removeArrangement(desk: Desk, call: Call, customerId: string, arrangementId: string): Promise<void> {
  await changing(desk, call, customerId, 'arrangement.ended', (trx) => endArrangement(trx, customerId, arrangementId, desk.clock.now()));
}

/** Every open desk that shows one of the customer's matters hears of the change. @throws Conflict `processing-restricted` */
async function changing<T>(desk: Desk, call: Call, customerId: string, action: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return inTransaction(desk.db, async (trx) => {
    const kept = await keptMatters(trx, call, customerId);
    if (kept.length === 0) throw new NotFound();
    const controllers = kept.map(({ owner_org: ownerOrg }) => ownerOrg);
    await refuseRestrictedCustomer(trx, customerId, controllers);
    const result = await work(trx);
    await auditRow(call, traceOf(customerId, kept[0] as KeptMatter, action)).execute(trx);
    for (const matter of kept.slice(0, 50)) await eventRow(traceOf(customerId, matter, action)).execute(trx);
    wakeReadersAfterCommit(trx);
    return result;
  });
}

type KeptMatter = { id: string; owner_org: string };

async function keptMatters(db: Db, call: Call, customerId: string): Promise<KeptMatter[]> {
  if (!(await mayUseCustomer(db, call, customerId))) return [];
  const found = await sql<KeptMatter>`select id, owner_org from matter where customer_id = ${customerId}::uuid
    and owner_org = any(${sightOf(call.actor).own}::uuid[]) order by (state = 'open') desc, opened_at desc`.execute(db);
  return found.rows;
}

function traceOf(customerId: string, matter: KeptMatter, action: string): Trace {
  return { matterId: matter.id, customerId, action, event: 'matter.changed', facts: { ownerOrg: matter.owner_org } };
}
