import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { listsOf } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { mayKeepSupport, supportKeepers, supportKeptBy } from '../policy.ts';
import { supportChanged } from './events.ts';
import * as rows from './queries.ts';
import { freshnessOf, REMIND_AFTER, suggest, type Wanted } from './rules.ts';
import type { ActorChange, ActorInput, ActorList, ActorView, Suggestions, SupportActor } from './schema.ts';

export type SupportContext = { db: Kysely<Tables>; clock: Clock };

/** All in use; of one's own those to be looked over, or those retired. */
export async function actorsFor({ db, clock }: SupportContext, actor: Actor, view: ActorView): Promise<ActorList> {
  const today = dayOf(clock.now());
  const [kept, until] = [supportKeptBy(actor), today.subtract(REMIND_AFTER)];
  const found =
    view === 'check'
      ? await rows.actorsToCheck(db, kept, until)
      : view === 'retired'
        ? await rows.retiredActors(db, kept)
        : await rows.actorsInUse(db);
  return { actors: found.map((row) => shown(actor, row, today)), counts: { check: await rows.countToCheck(db, kept, until) } };
}

/** @throws NotFound; a retired one exists for its keepers only */
export async function actorFor({ db, clock }: SupportContext, actor: Actor, id: string): Promise<SupportActor> {
  const found = await rows.findActor(db, id, supportKeptBy(actor));
  if (!found) throw new NotFound();
  return shown(actor, found, dayOf(clock.now()));
}

/** Whom to refer somebody to, when these criteria hold, with why. */
export async function suggestionsFor({ db, clock }: SupportContext, actor: Actor, wanted: Wanted): Promise<Suggestions> {
  const today = dayOf(clock.now());
  return suggest(
    wanted,
    (await rows.actorsInUse(db)).map((row) => shown(actor, row, today)),
  );
}

/** Whoever writes one has just looked it over. @throws Forbidden; Invalid `unknown-reference`, `unknown-list-key` */
export async function addActor(context: SupportContext, trx: Trx, by: By, input: ActorInput): Promise<{ id: string }> {
  const { ownerOrganisationId: ownerOrg, ...content } = input;
  if (!mayKeepSupport(by.actor, ownerOrg)) throw new Forbidden();
  const today = dayOf(context.clock.now());
  await requireKnown(trx, input, ownerOrg, today);
  const id = (await rows.insertActor(trx, { ...content, ownerOrg, checkedOn: today, personId: by.actor.personId })) as string;
  await tell(trx, by, id, ownerOrg, 'support-actor.added');
  return { id };
}

/** @throws NotFound; Conflict `support-actor-changed`; Invalid `unknown-reference`, `unknown-list-key` */
export async function changeActor(context: SupportContext, by: By, id: string, { version, ...change }: ActorChange): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const { ownerOrg } = await lockFor(trx, by, id, version);
    const checking = checkingBy(context, by);
    await requireKnown(trx, change, ownerOrg, checking.today);
    await rows.updateActor(trx, id, change, checking);
    await tell(trx, by, id, ownerOrg, change.retired ? 'support-actor.retired' : 'support-actor.changed');
  });
}

/** "Still right", of what one has seen. @throws NotFound; Conflict `support-actor-changed` */
export async function confirmActor(context: SupportContext, by: By, id: string, version: number): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const { ownerOrg } = await lockFor(trx, by, id, version);
    await rows.markChecked(trx, id, checkingBy(context, by));
    await tell(trx, by, id, ownerOrg, 'support-actor.confirmed');
  });
}

/** @throws Invalid `unknown-reference` for one that is not in use, since it is named in another request's body */
export async function actorInUse(db: Db, id: string): Promise<rows.ActorRow> {
  const found = await rows.findActor(db, id, []);
  if (!found) throw new Invalid('unknown-reference', { fields: ['actorId'] });
  return found;
}

async function lockFor(trx: Trx, by: By, id: string, version: number): Promise<rows.LockedActor> {
  const found = await rows.lockActor(trx, id, supportKeptBy(by.actor));
  if (!found) throw new NotFound();
  if (found.version !== version) throw new Conflict('support-actor-changed');
  return found;
}

const checkingBy = ({ clock }: SupportContext, { actor }: By): rows.Checking => ({
  personId: actor.personId,
  today: dayOf(clock.now()),
  now: clock.now(),
});

const shown = (actor: Actor, row: rows.ActorRow, today: Temporal.PlainDate): SupportActor => ({
  ...row,
  freshness: freshnessOf(row.checkedOn, today),
  may: { write: mayKeepSupport(actor, row.ownerOrganisationId) },
});

type Naming = Pick<ActorChange, 'supportKinds' | 'answersTo' | 'placeId' | 'ownerPersonId'>;

async function requireKnown(trx: Trx, named: Naming, ownerOrg: string, today: Temporal.PlainDate): Promise<void> {
  const lists = await listsOf(trx, { onlyActive: false });
  const unknown = (field: 'supportKinds' | 'answersTo', list: string) => {
    const keys = new Set((lists[list] ?? []).map(({ key }) => key));
    return (named[field] ?? []).flatMap((key, index) => (keys.has(key) ? [] : [`${field}.${index}`]));
  };
  const strange = [...unknown('supportKinds', 'digitalSupportKinds'), ...unknown('answersTo', 'digitalReferralCriteria')];
  if (strange.length > 0) throw new Invalid('unknown-list-key', { fields: strange });
  const { placeId, ownerPersonId } = named;
  const fields = [
    ...(placeId && !(await rows.placeExists(trx, placeId)) ? ['placeId'] : []),
    ...(ownerPersonId && !(await rows.isKeeper(trx, ownerPersonId, ownerOrg, supportKeepers, today)) ? ['ownerPersonId'] : []),
  ];
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

async function tell(trx: Trx, by: By, id: string, ownerOrg: string, action: string): Promise<void> {
  await recordChange(trx, by, action, id, ownerOrg);
  await supportChanged(trx, id);
}
