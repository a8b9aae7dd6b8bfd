import { randomUUIDv7 } from 'node:crypto';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { endLinksTo } from '../following/ending.ts';
import { noteHappening } from '../happenings.ts';
import { lockOpen, lockToKeep } from '../locking.ts';
import { endStandingSlip } from '../slips/service.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import * as rows from './queries.ts';

/**
 * Joins another matter into this one: every contact, need, message and request moves over and keeps its owner and its shares, so nobody
 * comes to see more than before; the other stays as a signpost. Links to the matter of somebody nobody has named end: they would open what
 * the other customer has been told, and a link is no identification (M13).
 * @throws Conflict `different-customers` when two known customers would be mixed: strangers are never merged
 */
export async function mergeMatters(desk: Desk, call: Call, matterId: string, otherId: string): Promise<void> {
  if (matterId === otherId) throw new Conflict('same-matter');
  await inTransaction(desk.db, async (trx) => {
    const { matter, other } = await lockBoth(trx, call, matterId, otherId, lockOpen);
    const unproven = await refuseStrangers(trx, matter, other);
    if (unproven) await endLinks(desk, trx, call, matter, unproven);
    await rows.moveEverything(trx, other.id, matter.id);
    await rows.markMerged(trx, other.id, matter.id, desk.clock.now());
    await noteHappening(trx, {
      matterId,
      ownerOrg: matter.owner_org,
      kind: 'merged',
      personId: call.actor.personId,
      about: { number: other.number },
    });
    for (const one of [matter, other]) await traceMerging(trx, call, one, 'matter.merged', [matter.id, other.id]);
  });
}

/** Opens a new matter for some of the needs, with the same customer; what belongs to those needs goes along. */
export async function splitMatter(
  desk: Desk,
  call: Call,
  matterId: string,
  input: { needIds: string[]; title: string },
): Promise<{ id: string; number: string }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    const kept = await rows.keptNeeds(trx, matter);
    if (input.needIds.some((id) => !kept.includes(id))) throw new NotFound();
    if (input.needIds.length >= kept.length) throw new Conflict('nothing-left-to-split');
    const id = randomUUIDv7();
    const number = await rows.insertSplit(trx, matter, { id, title: input.title });
    await rows.moveNeeds(trx, input.needIds, id);
    await rows.link(trx, matterId, id, call.actor.personId);
    await noteHappening(trx, { matterId, ownerOrg: matter.owner_org, kind: 'split', personId: call.actor.personId, about: { number } });
    await traceMerging(trx, call, matter, 'matter.changed', [matterId, id]);
    await traceMerging(trx, call, { ...matter, id }, 'matter.opened', [id]);
    return { id, number };
  });
}

export async function linkMatters(desk: Desk, call: Call, matterId: string, otherId: string): Promise<void> {
  if (matterId === otherId) throw new Conflict('same-matter');
  await inTransaction(desk.db, async (trx) => {
    const { matter, other } = await lockBoth(trx, call, matterId, otherId, lockToKeep);
    await rows.link(trx, matter.id, other.id, call.actor.personId);
    for (const [one, far] of [
      [matter, other],
      [other, matter],
    ] as const) {
      await noteHappening(trx, {
        matterId: one.id,
        ownerOrg: one.owner_org,
        kind: 'linked',
        personId: call.actor.personId,
        about: { number: far.number },
      });
      await traceMerging(trx, call, one, 'matter.changed', [matter.id, other.id]);
    }
  });
}

/** A channel saw that a matter it has just opened goes on from another one. */
export async function linkFromChannel(trx: Trx, matterId: string, otherId: string): Promise<void> {
  const [one, other] = [await rows.bareMatter(trx, matterId), await rows.bareMatter(trx, otherId)];
  if (!one || !other || one.id === other.id) return;
  await rows.link(trx, one.id, other.id, null);
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    await noteHappening(trx, { matterId: here.id, ownerOrg: here.owner_org, kind: 'linked', about: { number: there.number } });
    await traceMerging(trx, null, here, 'matter.changed', [one.id, other.id]);
  }
}

export async function unlinkMatters(desk: Desk, call: Call, matterId: string, otherId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, other } = await lockBoth(trx, call, matterId, otherId, lockToKeep);
    if (!(await rows.unlink(trx, matter.id, other.id))) throw new NotFound();
    for (const one of [matter, other]) await traceMerging(trx, call, one, 'matter.changed', [matter.id, other.id]);
  });
}

type Lock = (trx: Trx, call: Call, matterId: string) => Promise<LockedMatter>;

/** Locks in the order of ids, so that two people merging the same pair both ways do not wait for each other. */
async function lockBoth(
  trx: Trx,
  call: Call,
  matterId: string,
  otherId: string,
  lock: Lock,
): Promise<{ matter: LockedMatter; other: LockedMatter }> {
  const [low, high] = matterId < otherId ? [matterId, otherId] : [otherId, matterId];
  const first = await lock(trx, call, low);
  const second = await lock(trx, call, high);
  return first.id === matterId ? { matter: first, other: second } : { matter: second, other: first };
}

/** @returns the matter whose customer is only said to be the other's; none when both are of one and the same */
async function refuseStrangers(trx: Trx, matter: LockedMatter, other: LockedMatter): Promise<LockedMatter | undefined> {
  if (matter.owner_org !== other.owner_org) throw new NotFound();
  if (matter.customer_id === other.customer_id) return undefined;
  const [one, two] = await rows.customersOf(trx, matter.customer_id, other.customer_id);
  if (one?.known && two?.known) throw new Conflict('different-customers');
  if (!two?.known) return other;
  await rows.nameCustomer(trx, matter.id, other.customer_id);
  return matter;
}

async function endLinks(desk: Desk, trx: Trx, call: Call, into: LockedMatter, unproven: LockedMatter): Promise<void> {
  const now = desk.clock.now();
  const slip = await endStandingSlip(trx, unproven.id, call.actor.personId, now);
  if (!(await endLinksTo(trx, unproven.id, now)) && !slip) return;
  const { personId } = call.actor;
  await noteHappening(trx, { matterId: into.id, ownerOrg: into.owner_org, kind: 'link-revoked', personId });
  const { id: matterId, customer_id: customerId, owner_org: ownerOrg } = unproven;
  const done = { matterId, customerId, action: 'matter.link-revoked', event: 'matter.changed', facts: { ownerOrg } } as const;
  await leaveTrace(trx, call, done);
}

async function traceMerging(
  trx: Trx,
  call: Call | null,
  matter: Pick<LockedMatter, 'id' | 'customer_id' | 'owner_org' | 'unit_id'>,
  event: 'matter.merged' | 'matter.changed' | 'matter.opened',
  subjects: string[],
) {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: event,
    subjects,
    event,
    facts: { ownerOrg: matter.owner_org, unitIds: [matter.unit_id] },
  });
}
