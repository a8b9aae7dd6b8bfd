import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { record } from '../../audit/service.ts';
import { noteHappening } from '../happenings.ts';
import { lockMatter, lockOpen } from '../locking.ts';
import { sightOf } from '../policy.ts';
import { entryBy, leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { insertOrder, lockOrder, openOrders, ordersOf, updateOrder } from './queries.ts';
import { changedOrder, isSettled } from './rules.ts';
import type { Order, OrderChange, OrderInput, OrderState, OrderTask } from './schema.ts';

/** Orders an interpreter or a sign-language service for an occasion (hallintolaki 26 §): a task of the keeper's until it is settled. */
export async function orderLanguage(desk: Desk, trx: Trx, call: Call, matterId: string, input: OrderInput): Promise<{ id: string }> {
  const matter = await lockOpen(trx, call, matterId);
  if (Temporal.Instant.compare(Temporal.Instant.from(input.at), desk.clock.now()) < 0) throw new Invalid('order-past', { fields: ['at'] });
  const id = await insertOrder(trx, matter, input, call.actor.personId);
  await traceOrder(trx, call, matter, id, 'to-order');
  return { id };
}

/**
 * Takes an order on: ordered, confirmed, done, failed with why, cancelled; or corrects it. An occasion of a closed matter is settled too.
 * @throws Conflict `order-changed` when somebody else changed it meanwhile, `order-settled`, `order-step-unknown`; Invalid `order-why-needed`
 */
export async function changeOrder(desk: Desk, call: Call, orderId: string, change: OrderChange): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const order = await lockOrder(trx, sightOf(call.actor).own, orderId);
    if (!order) throw new NotFound();
    if (order.version !== change.version) throw new Conflict('order-changed');
    const becomes = changedOrder(order.state, change);
    if (becomes === 'order-why-needed') throw new Invalid(becomes, { fields: ['failedWhy'] });
    if (typeof becomes === 'string') throw new Conflict(becomes);
    const settledAt = isSettled(becomes.state) ? desk.clock.now() : null;
    await updateOrder(trx, order.id, change, { ...becomes, settledAt });
    await traceOrder(trx, call, await lockMatter(trx, call, order.matterId), order.id, becomes.state, becomes.state !== order.state);
  });
}

/** @throws NotFound for a matter that the caller's organisation does not keep */
export async function matterOrders(desk: Desk, call: Call, matterId: string): Promise<{ orders: Order[] }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockMatter(trx, call, matterId);
    const { own } = sightOf(call.actor);
    if (!own.includes(matter.owner_org)) throw new NotFound();
    const orders = await ordersOf(trx, own, matter.id);
    const entry = { ...entryBy(call), action: 'orders.read', purpose: 'advice', matterId, customerId: matter.customer_id };
    await record(trx, { ...entry, ownerOrg: matter.owner_org });
    return { orders };
  });
}

/** What the caller's organisations still have to order or to see done. */
export async function orderTasks(desk: Desk, call: Call): Promise<{ orders: OrderTask[] }> {
  return inTransaction(desk.db, async (trx) => {
    const orders = await openOrders(trx, sightOf(call.actor).own);
    await record(trx, { ...entryBy(call), action: 'orders.listed', purpose: 'advice', subjects: orders.map((one) => one.matterId) });
    return { orders };
  });
}

async function traceOrder(trx: Trx, call: Call, matter: LockedMatter, orderId: string, state: OrderState, isNews = true): Promise<void> {
  const { personId } = call.actor;
  if (isNews) {
    const about = { orderId, state };
    await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind: 'language-order', personId, about });
  }
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: `order.${state}`,
    subjects: [orderId],
    event: 'order.changed',
    facts: { ownerOrg: matter.owner_org },
  });
}
