import { sql } from 'kysely';
import { dayOf, startOfDay } from '../../../platform/clock/day.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { permittedTasks } from '../../directory/service.ts';
import type { Actor } from '../../identity/types.ts';
import { mayUseCustomer } from '../customer/policy.ts';
import { noteHappening } from '../happenings.ts';
import { lockOpen } from '../locking.ts';
import { outcomeOfMatter } from '../needs/rules.ts';
import { providersFor, sightOf, visibleMatter } from '../policy.ts';
import type { MatterChange, MatterList, MatterPage, PermittedWork } from '../schema.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { listMatters, type View } from './list-query.ts';
import { readPage } from './page-query.ts';

/** `after`: the `next` of the screenful before. */
export async function readList(desk: Desk, call: Call, view: View, after?: string): Promise<MatterList> {
  const zone = 'Europe/Helsinki';
  const today = startOfDay(dayOf(desk.clock.now(), zone), zone);
  return listMatters(desk.db, call.actor, sightOf(call.actor), { view, after }, today);
}

/** What a matter is called, for those who may see it; of one that was merged, the matter that goes on. */
export async function matterInSight(db: Db, actor: Actor, matterId: string): Promise<MatterCalled | undefined> {
  return (await mattersInSight(db, actor, [matterId])).get(matterId);
}

export type MatterCalled = { id: string; number: string; title: string };

/** The same of many at once, by the ids asked for. */
export async function mattersInSight(db: Db, actor: Actor, matterIds: readonly string[]): Promise<Map<string, MatterCalled>> {
  const { rows } = await sql<MatterCalled & { asked: string }>`with recursive way (asked, id, goes_on) as (
      select id, id, merged_into from matter where id = any(${matterIds}::uuid[])
      union select w.asked, n.id, n.merged_into from way w join matter n on n.id = w.goes_on)
    select w.asked, m.id, m.number, m.title from way w join matter m on m.id = w.id
    where w.goes_on is null and ${visibleMatter(sightOf(actor))}`.execute(db);
  return new Map(rows.map(({ asked, ...matter }) => [asked, matter]));
}

/** Of these, the matters that the reader keeps: an authority it is shared with does not. */
export async function keptOf(db: Db, actor: Actor, matterIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from matter
    where id = any(${matterIds}::uuid[]) and owner_org = any(${sightOf(actor).own}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** One matter as this reader may see it. @throws NotFound */
export async function readMatter(desk: Desk, call: Call, matterId: string): Promise<MatterPage> {
  const found = await readPage(desk.db, call, sightOf(call.actor), matterId);
  if (!found) throw new NotFound();
  const { kept, ...page } = found as unknown as MatterPage & { kept: boolean };
  const open = page.state === 'open';
  return {
    ...page,
    outcome: outcomeOfMatter(page.needs),
    permitted: await permittedWork(desk, call, page),
    may: {
      write: kept && page.state !== 'merged',
      handOver: kept && open,
      ask: kept && open,
      close: kept && open,
      merge: kept && open,
      share: kept && open,
    },
  };
}

/** What the reader may do here today for each other authority of the matter, by agreement (223/2007); the desk offers nothing else. */
async function permittedWork(desk: Desk, call: Call, page: MatterPage): Promise<PermittedWork[]> {
  const own = call.actor.grants.map(({ organisationId }) => organisationId);
  const principals = authoritiesOf(page).filter((id) => !own.includes(id));
  const day = dayOf(desk.clock.now(), 'Europe/Helsinki');
  return Promise.all(
    principals.map(async (principalId) => {
      const providerIds = providersFor(call.actor, principalId);
      const permitted = await permittedTasks(desk.db, { providerIds, principalId, pointId: call.actor.pointId, day });
      const words = permitted.wording[call.actor.language] ?? { may: [], mayNot: [] };
      return {
        organisationId: principalId,
        tasks: permitted.tasks,
        may: words.may,
        mayNot: words.mayNot,
        validUntil: permitted.validUntil?.toString() ?? null,
      };
    }),
  );
}

/** Whose needs are open, and who has been asked about them: a need may be directed to one authority while another answers for it. */
export function authoritiesOf(page: Pick<MatterPage, 'needs' | 'requests' | 'ownerOrganisationId'>): string[] {
  const open = page.needs.filter((need) => !need.outcome && need.state !== 'dropped');
  const asked = page.requests.filter(
    ({ needId, parentId, state, toOrganisationId }) =>
      !parentId &&
      state !== 'withdrawn' &&
      state !== 'returned' &&
      toOrganisationId !== page.ownerOrganisationId &&
      open.some((need) => need.id === needId),
  );
  return [...new Set([...open.flatMap((need) => need.organisationId ?? []), ...asked.map((request) => request.toOrganisationId)])];
}

/** @throws Conflict `matter-changed` when somebody else changed it meanwhile */
export async function changeMatter(desk: Desk, call: Call, matterId: string, change: MatterChange): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    if (matter.version !== change.version) throw new Conflict('matter-changed');
    if (change.customerId && !(await mayUseCustomer(trx, call, change.customerId))) throw new NotFound('customer-not-found');
    await updateMatter(trx, matterId, change);
    if (change.customerId && change.customerId !== matter.customer_id)
      await noteHappening(trx, { matterId, ownerOrg: matter.owner_org, kind: 'customer-named', personId: call.actor.personId });
    await leaveTrace(trx, call, {
      matterId,
      customerId: change.customerId ?? matter.customer_id,
      action: 'matter.changed',
      event: 'matter.changed',
      facts: { ownerOrg: matter.owner_org, unitIds: [matter.unit_id] },
    });
  });
}

async function updateMatter(trx: Trx, matterId: string, change: MatterChange): Promise<void> {
  await sql`update matter set title = coalesce(${change.title ?? null}, title), language = coalesce(${change.language ?? null}, language),
    acting_for = case when ${change.actingFor !== undefined} then ${change.actingFor ? JSON.stringify(change.actingFor) : null}::jsonb else acting_for end,
    customer_id = coalesce(${change.customerId ?? null}::uuid, customer_id), version = version + 1 where id = ${matterId}::uuid`.execute(
    trx,
  );
}
