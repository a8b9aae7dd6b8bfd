import { dayOf, endOfDay, startOfDay } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { listsOf } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { floorChanged } from '../events.ts';
import { type OrderRule, usualPolicy } from '../order/rules.ts';
import { requireKeeps } from '../policy.ts';
import { speakCalls } from '../recordings/making.ts';
import type { Floor } from '../types.ts';
import { isService, pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import * as rows from './queries.ts';
import { namesOrganisation } from './rules.ts';
import type { CounterInput, CounterSetUp, PolicyInput, QueueChange, QueueInput, SetUp, Trial, TrialInput } from './schema.ts';
import { tryRules } from './trial.ts';

/** @throws NotFound; Forbidden for those who work there and do not keep the point */
export async function setUpOf(floor: Floor, actor: Actor, pointId: string): Promise<SetUp> {
  await keptPoint(floor, actor, pointId);
  const [queues, counters, policy] = await Promise.all([
    rows.queuesOf(floor.db, pointId),
    rows.countersOf(floor.db, pointId),
    rows.policyOf(floor.db, pointId),
  ]);
  return { pointId, queues, counters, policy: policy ?? { rules: [...usualPolicy], version: 0 } };
}

/** @throws NotFound; Forbidden; Invalid `prefix-tells`, `unknown-reference` */
export async function addQueue(floor: Floor, trx: Trx, by: By, pointId: string, input: QueueInput): Promise<{ id: string }> {
  const point = await keptPoint(floor, by.actor, pointId);
  await requireSoundQueue(floor, trx, input);
  const id = await rows.insertQueue(trx, pointId, input);
  await speakCalls(trx, pointId);
  await changed(floor, trx, by, point, 'queue.added', id);
  return { id };
}

/** @throws NotFound; Forbidden; Conflict `queue-changed`, `queue-in-use` with somebody in it; Invalid `prefix-tells`, `unknown-reference` */
export async function changeQueue(floor: Floor, by: By, id: string, { version, ...change }: QueueChange): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const found = await rows.lockQueue(trx, id);
    if (!found) throw new NotFound();
    const point = await keptPoint(floor, by.actor, found.pointId);
    if (found.version !== version) throw new Conflict('queue-changed');
    if (found.inUse && change.active === false) throw new Conflict('queue-in-use');
    const { id: _, pointId, version: __, inUse, ...was } = found;
    const becomes = { ...was, ...given(change) } as QueueInput;
    await requireSoundQueue(floor, trx, becomes);
    await rows.updateQueue(trx, id, becomes);
    if (becomes.prefix !== was.prefix || becomes.active !== was.active) await speakCalls(trx, point.id);
    await changed(floor, trx, by, point, 'queue.changed', id);
  });
}

/** @throws NotFound; Forbidden; Invalid `counter-name-tells`, `unknown-reference` */
export async function addCounter(floor: Floor, trx: Trx, by: By, pointId: string, input: CounterInput): Promise<{ id: string }> {
  const point = await keptPoint(floor, by.actor, pointId);
  await requireSoundCounter(floor, trx, point, input);
  const id = await rows.insertCounter(trx, pointId, input);
  await speakCalls(trx, pointId);
  await changed(floor, trx, by, point, 'counter.added', id);
  return { id };
}

/** @throws NotFound; Forbidden; Conflict `counter-changed`, `counter-taken` while somebody works there; Invalid `counter-name-tells`, `unknown-reference` */
export async function setUpCounter(floor: Floor, by: By, id: string, { version, ...change }: CounterSetUp): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const found = await rows.lockCounterToSetUp(trx, id);
    if (!found) throw new NotFound();
    const point = await keptPoint(floor, by.actor, found.pointId);
    if (found.version !== version) throw new Conflict('counter-changed');
    if (found.inUse && change.active === false) throw new Conflict('counter-taken');
    const { id: _, pointId: ___, version: __, inUse, ...was } = found;
    const becomes = { ...was, ...given(change) } as CounterInput;
    await requireSoundCounter(floor, trx, point, becomes);
    await rows.updateCounter(trx, id, becomes);
    await speakCalls(trx, point.id);
    await changed(floor, trx, by, point, 'counter.changed', id);
  });
}

/** @throws NotFound; Forbidden; Conflict `policy-changed`; Invalid `unknown-special-need` */
export async function changePolicy(floor: Floor, by: By, pointId: string, { rules, version }: PolicyInput): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const point = await keptPoint(floor, by.actor, pointId);
    await requireKnownNeeds(trx, rules);
    if (!(await rows.putPolicy(trx, pointId, rules, version, by.actor.personId, floor.clock.now()))) throw new Conflict('policy-changed');
    await changed(floor, trx, by, point, 'order.changed', pointId);
  });
}

/** Before it PostgreSQL writes years in another way. */
const FIRST_YEAR = 2000;

/** Yesterday, or another day, under other rules: nothing is changed. @throws NotFound; Forbidden; Invalid `unknown-special-need` */
export async function tryPolicy(floor: Floor, actor: Actor, pointId: string, { rules, day }: TrialInput): Promise<Trial> {
  const { zone } = await keptPoint(floor, actor, pointId);
  await requireKnownNeeds(floor.db, rules);
  const on = day ? Temporal.PlainDate.from(day) : dayOf(floor.clock.now(), zone).subtract({ days: 1 });
  if (on.year < FIRST_YEAR) throw new Invalid('unknown-reference', { fields: ['day'] });
  return tryRules(on.toString(), await rows.calledOn(floor.db, pointId, startOfDay(on, zone), endOfDay(on, zone)), rules);
}

async function keptPoint({ db }: Floor, actor: Actor, pointId: string): Promise<QueuePoint> {
  const point = await pointWithQueues(db, pointId);
  requireKeeps(actor, point);
  return point as QueuePoint;
}

/** The letter is on displays and paper: whose first letter it is would tell whose customer one is. */
async function requireSoundQueue(
  { directory }: Floor,
  trx: Trx,
  { organisationId, prefix, situation, serviceId }: QueueInput,
): Promise<void> {
  const organisation = (await directory.read()).organisations.find(({ id }) => id === organisationId);
  if (!organisation) throw new Invalid('unknown-reference', { fields: ['organisationId'] });
  const letters = [...Object.values(organisation.name), ...Object.values(organisation.shortName)].map((name) => name[0]?.toUpperCase());
  if (letters.includes(prefix)) throw new Invalid('prefix-tells', { fields: ['prefix'] });
  if (serviceId && !(await isService(trx, serviceId))) throw new Invalid('unknown-reference', { fields: ['serviceId'] });
  const { lifeSituations = [] } = situation ? await listsOf(trx, { onlyActive: true }) : {};
  if (situation && !lifeSituations.some(({ key }) => key === situation)) throw new Invalid('unknown-reference', { fields: ['situation'] });
}

/** Displays show the name and calls say it aloud: to whose counter a number is called would tell whose customer one is. */
async function requireSoundCounter(
  { directory }: Floor,
  trx: Trx,
  { id: pointId, organisationId }: QueuePoint,
  { name, queueIds, suits }: CounterInput,
): Promise<void> {
  const others = (await directory.read()).organisations.filter(({ id }) => id !== organisationId);
  if (Object.values(name).some((words) => others.some((other) => namesOrganisation(words, other))))
    throw new Invalid('counter-name-tells', { fields: ['name'] });
  const ours = (await rows.queuesOf(trx, pointId)).map(({ id }) => id);
  if (!queueIds.every((id) => ours.includes(id))) throw new Invalid('unknown-reference', { fields: ['queueIds'] });
  await requireKnownNeeds(trx, [{ when: 'special-need', needs: suits }]);
}

async function requireKnownNeeds(db: Trx | Floor['db'], rules: readonly OrderRule[]): Promise<void> {
  const { specialNeeds = [] } = await listsOf(db, { onlyActive: true });
  const named = rules.flatMap((rule) => (rule.when === 'special-need' ? rule.needs : []));
  if (!named.every((need) => specialNeeds.some(({ key }) => key === need)))
    throw new Invalid('unknown-special-need', { fields: ['rules'] });
}

async function changed(
  floor: Floor,
  trx: Trx,
  by: By,
  { id: pointId, organisationId }: QueuePoint,
  action: string,
  subject: string,
): Promise<void> {
  await recordChange(trx, by, action, subject, organisationId);
  await floorChanged(floor, trx, pointId);
}

/** What the change names: a field left out stays as it was. */
const given = (change: object) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
