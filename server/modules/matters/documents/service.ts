import { dayOf } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { nameIn, permittedTasks } from '../../directory/service.ts';
import { noteHappening } from '../happenings.ts';
import { lockToStore } from '../locking.ts';
import { variantOf } from '../messages/wording.ts';
import { namesAuthority } from '../naming.ts';
import { type LockedNeed, lockNeed, updateNeed } from '../needs/queries.ts';
import { keeperOrganisations } from '../policy.ts';
import { requireKnown } from '../references.ts';
import { takeTurn } from '../turn.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { insertDocument, insertEvent } from './queries.ts';
import { refuseArrival } from './rules.ts';
import type { DocumentInput } from './schema.ts';
import { traceDocument } from './trace.ts';

/**
 * Takes in a paper at a desk, with the time and place of its arrival (hallintolaki 18 §): from now on the turn is ours.
 * @throws Invalid `arrival-ahead`, `arrival-too-old`, `return-passed`, `place-needed`, `title-names-authority`, `unknown-reference`;
 *   Conflict `not-permitted-here` where no agreement lets us receive for the authority; it may then be received without one and passed on
 */
export async function receiveDocument(desk: Desk, trx: Trx, call: Call, matterId: string, input: DocumentInput): Promise<{ id: string }> {
  const matter = await lockToStore(trx, call, matterId);
  const need = await needOf(trx, matter, input.needId);
  const organisationId = input.organisationId === undefined ? (need?.organisation_id ?? null) : input.organisationId;
  const pointId = input.pointId ?? call.actor.pointId;
  await requireKnown(desk, { organisations: { organisationId }, points: { pointId } });
  await refuseNaming(desk, matter, input.title);
  if (organisationId) await refuseUnpermitted(desk, trx, call, organisationId);
  const arrivedAt = arrivalOf(desk, input);
  const arrivedPlace = await placeName(desk, matter, pointId);
  if (!arrivedPlace && !input.place) throw new Invalid('place-needed', { fields: ['pointId'] });
  const id = await insertDocument(trx, matter, {
    ...input,
    needId: need?.id ?? null,
    organisationId,
    returnBy: returnDay(desk, input.returnBy),
    arrivedAt,
    arrivedPlace,
    receivedBy: call.actor.personId,
    pointId,
  });
  const personId = call.actor.personId;
  await insertEvent(trx, id, { kind: 'received', at: arrivedAt, personId, org: matter.owner_org, pointId, place: input.place, note: '' });
  if (need && organisationId) await updateNeed(trx, need.id, {}, { directed: false, receivedAt: arrivedAt, pointId });
  await takeTurn(trx, matter, desk.clock.now());
  await noteHappening(trx, { matterId, needId: need?.id ?? null, ownerOrg: matter.owner_org, kind: 'document-received', personId });
  await traceDocument(trx, call, matter, { id, needId: need?.id ?? null, ownerOrg: matter.owner_org, organisationId }, 'document.received');
  return { id };
}

/** A need of the matter's present keeper; one of an earlier keeper does not exist for this one. */
export async function needOf(trx: Trx, matter: LockedMatter, needId: string | null | undefined): Promise<LockedNeed | undefined> {
  if (!needId) return undefined;
  const need = await lockNeed(trx, matter.id, needId);
  if (!need || need.owner_org !== matter.owner_org) throw new NotFound();
  return need;
}

/** The receipt and the customer's own pages show the title (M13). Our own name is no secret: it stands on the receipt anyway. */
async function refuseNaming(desk: Desk, matter: LockedMatter, title: string): Promise<void> {
  const { organisations } = await desk.directory.read();
  const names = organisations
    .filter(({ id }) => id !== matter.owner_org)
    .flatMap(({ name, shortName }) => [...Object.values(name), ...Object.values(shortName)]);
  if (namesAuthority(title, names)) throw new Invalid('title-names-authority', { fields: ['title'] });
}

/** Receiving documents for an authority is a permitted task of the agreement, or it may not be offered (223/2007, 6 §). */
async function refuseUnpermitted(desk: Desk, trx: Trx, call: Call, principalId: string): Promise<void> {
  const { tasks } = await permittedTasks(trx, {
    providerIds: keeperOrganisations(call.actor),
    principalId,
    pointId: call.actor.pointId,
    day: dayOf(desk.clock.now()),
  });
  if (!tasks.includes('receive')) throw new Conflict('not-permitted-here');
}

function arrivalOf(desk: Desk, { arrivedAt }: DocumentInput): Temporal.Instant {
  const now = desk.clock.now();
  const at = arrivedAt ? Temporal.Instant.from(arrivedAt) : now;
  const refusal = refuseArrival(at, now);
  if (refusal) throw new Invalid(refusal, { fields: ['arrivedAt'] });
  return at;
}

function returnDay(desk: Desk, returnBy: string | null | undefined): Temporal.PlainDate | null {
  if (!returnBy) return null;
  const day = Temporal.PlainDate.from(returnBy);
  if (Temporal.PlainDate.compare(day, dayOf(desk.clock.now())) < 0) throw new Invalid('return-passed', { fields: ['returnBy'] });
  return day;
}

/** The point's name as it is today: points are renamed and close, the arrival stays. */
async function placeName(desk: Desk, matter: LockedMatter, pointId: string | null): Promise<string> {
  const { points } = await desk.directory.read();
  const point = points.find(({ id }) => id === pointId);
  return point ? nameIn(point.name, variantOf(matter.language)) : '';
}
