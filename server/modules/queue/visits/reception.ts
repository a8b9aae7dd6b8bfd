import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { listsOf } from '../../directory/service.ts';
import type { By } from '../../identity/types.ts';
import { ContactInput, type Identification } from '../../matters/contacts/schema.ts';
import { lockContactToKeep, noteContactIn } from '../../matters/contacts/service.ts';
import { inMinutes } from '../board/showing.ts';
import { requireWorksAt, seesNeeds } from '../policy.ts';
import { isHeardAsAppointment, leaveVisitTrace } from '../trace.ts';
import type { Floor } from '../types.ts';
import * as rows from './queries.ts';
import type { ArrivedAnswer, MatterOfVisit, VisitInput } from './schema.ts';
import { type Arrived, arrive, type Meeting } from './service.ts';

/** What a visit needs of the frame around it: the address of its page. */
export type Reception = Floor & { publicUrl: string };

/** A visitor greeted by a member of staff at the point. @throws NotFound; Invalid `unknown-special-need` */
export async function greet(reception: Reception, trx: Trx, by: By, input: VisitInput): Promise<ArrivedAnswer> {
  requireWorksAt(by.actor, await rows.pointWithQueues(trx, input.pointId));
  await requireKnownNeeds(trx, input.needs);
  const arrived = await arrive(reception, trx, by, { ...input, matterId: null, cameBy: 'reception', arrivedAt: reception.clock.now() });
  if (input.matterId) await joinMatter(reception, trx, by, arrived.visitId, input.matterId, { identification: input.identification });
  return answerOf(reception, arrived);
}

export function answerOf(
  { publicUrl }: Pick<Reception, 'publicUrl'>,
  { visitId, code, secret, place, told, meeting }: Arrived,
): ArrivedAnswer {
  return { visitId, code, page: `${publicUrl}/q/${secret}`, place, told: inMinutes(told ?? undefined), meeting: shownMeeting(meeting) };
}

export const shownMeeting = (meeting: Meeting | null) => meeting && { ...meeting, startsAt: meeting.startsAt.toString() };

/** @throws NotFound; Forbidden `not-your-queue`; Conflict `visit-over`; Invalid `unknown-special-need` */
export async function changeNeeds(floor: Floor, by: By, visitId: string, needs: readonly string[]): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const { visit, step } = await lockInHand(trx, by, visitId);
    await requireKnownNeeds(trx, needs);
    await rows.setNeeds(trx, visitId, needs);
    await trace(floor, trx, by, visit, step, 'needs');
  });
}

/**
 * The visit is about this matter: it becomes a contact of it, and the matter's special needs travel with the visitor.
 * @returns the contact whose wrap-up ends the visit
 * @throws NotFound for a visit or matter one does not see; Forbidden for those who do not keep the matter
 */
export async function setMatterOfVisit(
  floor: Floor,
  by: By,
  visitId: string,
  { matterId, contactId }: MatterOfVisit,
): Promise<{ contactId: string }> {
  return inTransaction(floor.db, (trx) => joinMatter(floor, trx, by, visitId, matterId, { contactId }));
}

async function joinMatter(
  floor: Floor,
  trx: Trx,
  by: By,
  visitId: string,
  matterId: string,
  { contactId: noted, identification }: { contactId?: string | undefined; identification?: Identification },
): Promise<{ contactId: string }> {
  const { visit, step } = await lockInHand(trx, by, visitId);
  if (visit.matterId === matterId && step.contactId) return { contactId: step.contactId };
  const contactId = noted
    ? await contactNoted(trx, by, matterId, noted)
    : await noteOccasion(floor, trx, by, { visit, step }, matterId, identification);
  await rows.setMatter(trx, visitId, matterId);
  await rows.setContact(trx, step.id, contactId);
  await trace(floor, trx, by, { ...visit, matterId }, step, 'matter');
  return { contactId };
}

async function noteOccasion(
  floor: Floor,
  trx: Trx,
  by: By,
  { visit, step }: InHand,
  matterId: string,
  identification: Identification = 'none',
): Promise<string> {
  const startedAt = (step.servingAt ?? visit.arrivedAt).toString();
  const occasion = ContactInput.parse({ channel: 'counter', pointId: visit.pointId, startedAt, identification });
  return (await noteContactIn(floor, trx, by, matterId, occasion)).id;
}

/** Opening a matter notes its first contact: that is the visit, not another one. */
async function contactNoted(trx: Trx, by: By, matterId: string, contactId: string): Promise<string> {
  const { matter, contact } = await lockContactToKeep(trx, by, contactId);
  if (matter.id !== matterId) throw new NotFound();
  return contact.id;
}

type InHand = { visit: rows.LockedVisit; step: rows.LockedStep };

async function lockInHand(trx: Trx, by: By, visitId: string): Promise<InHand> {
  const visit = await rows.lockVisit(trx, visitId);
  const point = visit && (await rows.pointWithQueues(trx, visit.pointId));
  requireWorksAt(by.actor, point);
  if (!visit) throw new NotFound();
  const step = visit.steps.find(({ state }) => ['waiting', 'called', 'serving', 'parked'].includes(state));
  if (!step) throw new Conflict('visit-over');
  if (!seesNeeds(by.actor, point, step.queueOrganisation)) throw new Forbidden('not-your-queue');
  return { visit, step };
}

async function requireKnownNeeds(trx: Trx, needs: readonly string[]): Promise<void> {
  const { specialNeeds = [] } = await listsOf(trx, { onlyActive: true });
  if (!needs.every((need) => specialNeeds.some(({ key }) => key === need)))
    throw new Invalid('unknown-special-need', { fields: ['needs'] });
}

async function trace(
  floor: Floor,
  trx: Trx,
  by: By,
  visit: rows.LockedVisit,
  step: rows.LockedStep,
  deed: 'needs' | 'matter',
): Promise<void> {
  const { id: visitId, pointId, code, language, matterId } = visit;
  const told = { pointId, code, counter: null, appointment: isHeardAsAppointment(visit.cameBy, step.dueAt), calls: step.calls, language };
  await leaveVisitTrace(floor, trx, by, floor.clock.now(), { visitId, matterId, ownerOrg: step.queueOrganisation, deed, told });
}
