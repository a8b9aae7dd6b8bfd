import { dayOf } from '../../../platform/clock/day.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { permittedTasks } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { approvedBy, keepingRoles, keptBy, mayApprove, mayWrite } from '../policy.ts';
import { insertVersion, writersOfApproved } from './drafts/queries.ts';
import { cardChanged, cardFoundOtherwise } from './events.ts';
import { cardsOfView, countCards } from './list-query.ts';
import { insertCard, keepersOf, type LockedCard, lockCard, readCard, serviceExists, updateCard } from './queries.ts';
import { isStale, REVIEW_WITHIN } from './rules.ts';
import type { Card, CardChange, CardInput, CardList, CardView } from './schema.ts';
import { settleReviews } from './tasks/queries.ts';
import type { CardContext } from './types.ts';

/** A new card with its first draft; whoever begins it answers for it until another is named. @throws Forbidden; Invalid `unknown-reference` */
export async function createCard(context: CardContext, trx: Trx, { actor, requestId }: By, input: CardInput): Promise<{ id: string }> {
  if (!mayWrite(actor, input.ownerOrganisationId)) throw new Forbidden();
  await requireKnown(context, trx, input);
  const now = context.clock.now();
  const { personId } = actor;
  const reviewOn = dayOf(now).add(REVIEW_WITHIN);
  const { ownerOrganisationId: ownerOrg, serviceId, organisationId } = input;
  const id = await insertCard(trx, { ownerOrg, serviceId, organisationId, ownerPersonId: personId, reviewOn, now });
  await insertVersion(trx, id, { content: input.content, changeNote: '', personId, now });
  await recordChange(trx, { actor, requestId }, 'card.created', id, ownerOrg);
  await cardChanged(trx, { id, ownerOrg, publishedAt: null });
  return { id };
}

/**
 * Who answers for the card, when it is looked over, which service it is about, and whether it is in use. A later review date than today says
 * that it has been looked over.
 * @throws Conflict `card-changed` when another has changed it since `version`; Invalid `unknown-reference`; Forbidden, `own-draft` for what needs
 * the second pair of eyes
 */
export async function changeCard(context: CardContext, by: By, id: string, change: CardChange): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const card = await lockKeptCard(trx, by.actor, id);
    if (card.version !== change.version) throw new Conflict('card-changed');
    await requireKnown(context, trx, { ...change, ownerOrganisationId: card.ownerOrg });
    const now = context.clock.now();
    const { retired, version: _, ...kept } = change;
    const retiredAt = retired === undefined ? card.retiredAt : retired ? (card.retiredAt ?? now) : null;
    const becomes = { ...card, ...given(kept), retiredAt };
    if (isPlaced(card, becomes)) await requireSecondEyes(trx, by.actor, card);
    await updateCard(trx, id, becomes);
    if (!isStale(becomes.reviewOn, dayOf(now)) && !becomes.reviewOn.equals(card.reviewOn))
      await settleReviews(trx, id, by.actor.personId, now);
    await recordChange(trx, by, 'card.kept', id, card.ownerOrg);
    await cardChanged(trx, card);
    await cardFoundOtherwise(trx, card);
    // Put on another service, the card's words are found by that one from now on.
    if (becomes.serviceId !== card.serviceId) await cardFoundOtherwise(trx, await lockKeptCard(trx, by.actor, id));
  });
}

type Place = Pick<LockedCard, 'serviceId' | 'organisationId' | 'retiredAt'>;

/** Brought before other readers than before: on another service's page, in another's name, or back into use. */
const isPlaced = (was: Place, becomes: Place): boolean =>
  becomes.serviceId !== was.serviceId ||
  becomes.organisationId !== was.organisationId ||
  (was.retiredAt !== null && becomes.retiredAt === null);

/** Text that was approved for one place has not been approved for another. */
async function requireSecondEyes(trx: Trx, actor: Actor, card: LockedCard): Promise<void> {
  const writerIds = await writersOfApproved(trx, card.id);
  if (!writerIds) return;
  if (!mayApprove(actor, card.ownerOrg)) throw new Forbidden();
  if (writerIds.includes(actor.personId)) throw new Forbidden('own-draft');
}

/** @throws NotFound for one that is not there for the caller */
export async function cardFor({ db, clock }: CardContext, actor: Actor, id: string): Promise<Card> {
  const found = await readCard(db, id, { personId: actor.personId, kept: keptBy(actor) });
  if (!found) throw new NotFound();
  const { number, ownerOrg, coming, linkFaults, ...card } = found;
  const today = dayOf(clock.now());
  return {
    ...card,
    ownerOrganisationId: ownerOrg,
    isStale: number !== null && isStale(card.reviewOn, today),
    publishedNumber: number,
    coming: coming && { ...coming, publishOn: Temporal.PlainDate.from(coming.publishOn) },
    linkFaults: linkFaults.map(({ url, fault, since }) => ({
      url,
      fault: fault as Card['linkFaults'][number]['fault'],
      since: Temporal.Instant.from(since),
    })),
    permitted: card.organisationId ? await permittedHere(db, actor, card.organisationId, today) : null,
    may: { write: mayWrite(actor, ownerOrg), approve: mayApprove(actor, ownerOrg) },
  };
}

export async function listCards({ db, clock }: CardContext, actor: Actor, view: CardView, textId: string | null = null): Promise<CardList> {
  const today = dayOf(clock.now());
  const ask = { personId: actor.personId, kept: keptBy(actor), approves: approvedBy(actor), today };
  const [rows, counts] = await Promise.all([cardsOfView(db, ask, view, textId), countCards(db, ask)]);
  return { rows: rows.map((row) => ({ ...row, isStale: row.isPublished && isStale(row.reviewOn, today) })), counts };
}

/** @throws NotFound for an organisation whose cards the caller does not keep */
export async function keepersFor(
  { db, clock }: CardContext,
  actor: Actor,
  organisationId: string,
): Promise<{ id: string; name: string }[]> {
  if (!keptBy(actor).includes(organisationId)) throw new NotFound();
  return keepersOf(db, organisationId, keepingRoles, dayOf(clock.now()));
}

/** Drafts, history and tasks of others do not exist. @throws NotFound */
export async function lockKeptCard(trx: Trx, actor: Actor, id: string): Promise<LockedCard> {
  const card = await lockCard(trx, id, keptBy(actor));
  if (!card) throw new NotFound();
  return card;
}

/** What the agreements let one's organisations do for the authority at the point where one sits (223/2007, 6 §). */
async function permittedHere(db: Db, actor: Actor, principalId: string, day: Temporal.PlainDate): Promise<string[]> {
  const providerIds = [...new Set(actor.grants.map((grant) => grant.organisationId))];
  return (await permittedTasks(db, { providerIds, principalId, pointId: actor.pointId, day })).tasks;
}

type Named = { [K in 'serviceId' | 'organisationId' | 'ownerPersonId']?: string | null | undefined } & { ownerOrganisationId: string };

async function requireKnown({ directory, clock }: CardContext, trx: Trx, named: Named): Promise<void> {
  const { organisations } = await directory.read();
  const { serviceId, organisationId, ownerPersonId, ownerOrganisationId } = named;
  const keepers = ownerPersonId ? await keepersOf(trx, ownerOrganisationId, keepingRoles, dayOf(clock.now())) : [];
  const fields = [
    ...(serviceId && !(await serviceExists(trx, serviceId)) ? ['serviceId'] : []),
    ...(organisationId && !organisations.some(({ id }) => id === organisationId) ? ['organisationId'] : []),
    ...(ownerPersonId && !keepers.some(({ id }) => id === ownerPersonId) ? ['ownerPersonId'] : []),
  ];
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

function given<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}
