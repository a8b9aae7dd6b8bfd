import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import type { ArrangementInput, Customer } from '../../customers/schema.ts';
import { arrange, changeCustomer, customerById, endArrangement } from '../../customers/service.ts';
import { noteHappening } from '../happenings.ts';
import { sightOf } from '../policy.ts';
import { refuseRestrictedCustomer } from '../restriction.ts';
import { auditRow, eventRow, type Trace } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { keepConsent, wordingOf } from './consent.ts';
import { mayUseCustomer } from './policy.ts';
import type { ConsentToChange, CustomerPatch } from './schema.ts';

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

/** Whether the customer's consent is needed before their details are changed, and the words to ask for it. @throws NotFound */
export async function consentToChange(desk: Desk, call: Call, customerId: string): Promise<ConsentToChange> {
  const kept = await keptMatters(desk.db, call, customerId);
  const customer = await customerById(desk.db, customerId, sightOf(call.actor).own);
  if (!customer || kept.length === 0) throw new NotFound();
  return wordingOf(desk, desk.db, { customerId, language: customer.language, controllers: controllersOf(kept) });
}

/** @throws NotFound; Conflict `customer-changed`, `customer-restricted`; `processing-restricted` without the customer's consent */
export async function change(desk: Desk, call: Call, customerId: string, { consent, ...input }: CustomerPatch): Promise<void> {
  await changing(desk, call, customerId, 'customer.changed', async (trx, kept) => {
    const controllers = controllersOf(kept);
    const before = await customerById(trx, customerId, controllers);
    if (!before) throw new NotFound();
    const consented = await keepConsent(desk, trx, call, { customerId, controllers, before, change: input }, consent);
    await changeCustomer(trx, customerId, input);
    for (const ownerOrg of consented) {
      const matterId = kept.find((matter) => matter.owner_org === ownerOrg)?.id as string;
      await noteHappening(trx, { matterId, ownerOrg, kind: 'changed-by-consent', personId: call.actor.personId });
    }
  });
}

export async function addArrangement(desk: Desk, call: Call, customerId: string, input: ArrangementInput): Promise<{ id: string }> {
  const id = await changing(desk, call, customerId, 'arrangement.noted', async (trx, kept) => {
    await refuseRestrictedCustomer(trx, customerId, controllersOf(kept));
    return arrange(trx, customerId, input, { by: call.actor.personId, at: 'desk', pointId: call.actor.pointId });
  });
  return { id };
}

export async function removeArrangement(desk: Desk, call: Call, customerId: string, arrangementId: string): Promise<void> {
  await changing(desk, call, customerId, 'arrangement.ended', async (trx, kept) => {
    await refuseRestrictedCustomer(trx, customerId, controllersOf(kept));
    await endArrangement(trx, customerId, arrangementId, desk.clock.now());
  });
}

/** Every open desk that shows one of the customer's matters hears of the change. `work` gets the matters by which the caller may. */
async function changing<T>(
  desk: Desk,
  call: Call,
  customerId: string,
  action: string,
  work: (trx: Trx, kept: KeptMatter[]) => Promise<T>,
): Promise<T> {
  return inTransaction(desk.db, async (trx) => {
    const kept = await keptMatters(trx, call, customerId);
    if (kept.length === 0) throw new NotFound();
    const result = await work(trx, kept);
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

const controllersOf = (kept: KeptMatter[]): string[] => [...new Set(kept.map(({ owner_org: ownerOrg }) => ownerOrg))];

function traceOf(customerId: string, matter: KeptMatter, action: string): Trace {
  return { matterId: matter.id, customerId, action, event: 'matter.changed', facts: { ownerOrg: matter.owner_org } };
}
