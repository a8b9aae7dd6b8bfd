import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { keepsPoint, requireKeeps } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import { alarmsChanged } from './events.ts';
import { requireSeesAll, requireWrites, seesAll } from './policy.ts';
import * as rows from './queries.ts';
import { namesSomebody } from './rules.ts';
import type { Disturbance, DisturbanceChange, DisturbanceInput, DisturbanceLog, FeedbackList } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'clock'>;

const SCREENFUL = 50;

/** @throws NotFound for a point one has nothing to do with */
export async function disturbancesOf({ db }: Deps, actor: Actor, pointId: string, after?: string): Promise<DisturbanceLog> {
  const point = await pointWithQueues(db, pointId);
  requireWrites(actor, point);
  const all = seesAll(actor, point);
  const [at, id] = after?.split('_') ?? [];
  const page = { ownOf: all ? null : actor.personId, after: at && id ? { at, id } : null, limit: SCREENFUL + 1 };
  const found = await rows.rowsOf(db, pointId, page);
  const shown = found.slice(0, SCREENFUL);
  const last = found.length > SCREENFUL ? shown.at(-1) : undefined;
  const named = shown.flatMap(({ present, nextBy }) => (nextBy ? [...present, nextBy] : present));
  return {
    rows: shown.map(shownRow),
    next: last ? `${last.happenedAt}_${last.id}` : null,
    sees: all ? 'all' : 'own',
    keeps: keepsPoint(actor, point),
    months: await rows.monthsOf(db, pointId),
    people: await rows.peopleOf(db, pointId, [...named, actor.personId]),
    counters: await rows.countersOf(db, pointId),
  };
}

/** @throws NotFound; Invalid `identity-code-in-text`, `unknown-choice` */
export async function writeDisturbance(deps: Deps, trx: Trx, by: By, pointId: string, input: DisturbanceInput): Promise<{ id: string }> {
  const point = await pointWithQueues(trx, pointId);
  requireWrites(by.actor, point);
  await requireFit(deps, trx, point as QueuePoint, input);
  const id = await rows.insertDisturbance(trx, writtenBy(deps, by, pointId), input);
  await recordChange(trx, by, 'disturbance.written', id, point.organisationId);
  await alarmsChanged(trx, pointId);
  return { id };
}

/** @throws NotFound for what one does not see; Conflict `disturbance-changed`; Invalid as in writing */
export async function changeDisturbance(deps: Deps, by: By, id: string, { version, ...input }: DisturbanceChange): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const kept = await rows.lockDisturbance(trx, id);
    const point = kept && (await pointWithQueues(trx, kept.pointId));
    requireWrites(by.actor, point);
    const { personId } = by.actor;
    const isOwn = kept?.writtenById === personId || kept?.present.includes(personId);
    if (!isOwn && !seesAll(by.actor, point)) throw new NotFound();
    if (kept?.version !== version) throw new Conflict('disturbance-changed');
    await requireFit(deps, trx, point as QueuePoint, input);
    await rows.updateDisturbance(trx, id, input);
    await recordChange(trx, by, 'disturbance.changed', id, point.organisationId);
    await alarmsChanged(trx, point.id);
  });
}

/** How long the point keeps its log. @throws NotFound; Forbidden for those who do not keep the point */
export async function keepFor(deps: Deps, by: By, pointId: string, months: number): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const point = await pointWithQueues(trx, pointId);
    requireKeeps(by.actor, point);
    await rows.putMonths(trx, pointId, months);
    await recordChange(trx, by, 'disturbance.keeping', pointId, point.organisationId);
  });
}

/** What somebody said of the service: the words alone. @throws NotFound; Invalid `identity-code-in-text` */
export async function noteFeedback(deps: Deps, trx: Trx, by: By, pointId: string, words: string): Promise<{ id: string }> {
  const point = await pointWithQueues(trx, pointId);
  requireWrites(by.actor, point);
  if (namesSomebody(words)) throw new Invalid('identity-code-in-text', { fields: ['words'] });
  const id = await rows.insertFeedback(trx, writtenBy(deps, by, pointId), words);
  await recordChange(trx, by, 'spoken-feedback.noted', id, point.organisationId);
  return { id };
}

/** @throws NotFound; Forbidden for those who see only what is their own */
export async function feedbackFor({ db }: Deps, actor: Actor, pointId: string): Promise<FeedbackList> {
  requireSeesAll(actor, await pointWithQueues(db, pointId));
  return { rows: (await rows.feedbackOf(db, pointId)).map((row) => ({ ...row, notedAt: row.notedAt.toString() })) };
}

async function requireFit({ clock }: Deps, trx: Trx, point: QueuePoint, input: DisturbanceInput): Promise<void> {
  const { what, done, place, nextStep, counterId, present, nextBy } = input;
  if (namesSomebody(what, done, place, nextStep)) throw new Invalid('identity-code-in-text', { fields: ['what'] });
  if (Temporal.Instant.compare(input.happenedAt, clock.now().add({ minutes: 5 })) > 0)
    throw new Invalid('not-yet-happened', { fields: ['happenedAt'] });
  if (counterId && !(await rows.isCounterOf(trx, counterId, point.id))) throw new Invalid('unknown-choice', { fields: ['counterId'] });
  const people = new Set([...present, ...(nextBy ? [nextBy] : [])]);
  if ((await rows.knownPeople(trx, [...people])) < people.size) throw new Invalid('unknown-choice', { fields: ['present'] });
}

const writtenBy = ({ clock }: Deps, by: By, pointId: string): rows.Written => ({ pointId, personId: by.actor.personId, at: clock.now() });

const shownRow = ({ happenedAt, debriefedOn, nextUntil, ...row }: rows.Row): Disturbance => ({
  ...row,
  happenedAt: happenedAt.toString(),
  debriefedOn: debriefedOn?.toString() ?? null,
  nextUntil: nextUntil?.toString() ?? null,
});
