import type { RawBuilder } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { record } from '../../../audit/service.ts';
import type { By } from '../../../identity/types.ts';
import { keptOf, type MatterCalled, mattersInSight } from '../../../matters/reading/service.ts';
import { openContact } from '../../booking/contact.ts';
import { appointmentSecretOf } from '../../booking/secrets.ts';
import { openAnswers } from '../../previsit/service.ts';
import { type Unmet, unmetOf } from '../../previsit/unmet.ts';
import { protectedAmong, unreachable } from '../../protected.ts';
import type { Booking } from '../../types.ts';
import { dayStateOf } from '../day/rules.ts';
import { inSight } from '../sight.ts';
import { ofExpected, ofJoint, ofMatter, ofVisit, type StaffRow, staffRows, withId } from './queries.ts';
import type { StaffAppointment } from './schema.ts';
import { wholeOf } from './whole.ts';

export type StaffDeps = Booking & { publicUrl: string };

/** An agreed time with whose it is and what they have told; the look is audited. @throws NotFound */
export async function readForStaff(deps: StaffDeps, by: By, id: string): Promise<StaffAppointment> {
  const [one] = await seen(deps, by, withId(id), 'appointment.read');
  if (!one) throw new NotFound();
  return one;
}

/** The agreed times of a matter, for those who keep it; the look is audited. @throws NotFound */
export async function readOfMatter(deps: StaffDeps, by: By, matterId: string): Promise<StaffAppointment[]> {
  if (!(await keptOf(deps.db, by.actor, [matterId])).has(matterId)) throw new NotFound();
  return seen(deps, by, ofMatter(matterId), 'appointment.read', true);
}

/** What has become of a visit's parts, of those in sight. */
export const readOfJoint = (deps: StaffDeps, by: By, jointId: string): Promise<StaffAppointment[]> =>
  seen(deps, by, ofJoint(jointId), 'appointment.read');

/** By which time a visitor has come. @throws NotFound also for who came without one */
export async function readOfVisit(deps: StaffDeps, by: By, visitId: string): Promise<StaffAppointment> {
  const [one] = await seen(deps, by, ofVisit(visitId), 'appointment.read');
  if (!one) throw new NotFound();
  return one;
}

/** By which time somebody is expected. @throws NotFound */
export async function readOfExpected(deps: StaffDeps, by: By, expectedId: string): Promise<StaffAppointment> {
  const [one] = await seen(deps, by, ofExpected(expectedId), 'appointment.read');
  if (!one) throw new NotFound();
  return one;
}

async function seen(deps: StaffDeps, by: By, which: RawBuilder<unknown>, action: string, all = false): Promise<StaffAppointment[]> {
  const found = await staffRows(deps.db, which);
  const rows = all ? found : await inSight(deps.db, by.actor, found);
  await auditLook(deps.db, by, action, rows);
  const matters = await mattersInSight(
    deps.db,
    by.actor,
    rows.flatMap(({ matterId }) => matterId ?? []),
  );
  const unreached = await protectedAmong(
    deps.db,
    rows.map(({ matterId }) => matterId),
  );
  return Promise.all(
    rows.map(async (row) => {
      const isLeft = row.jointId !== null && row.state === 'confirmed';
      const visit = isLeft ? await wholeOf(deps, by.actor, row.jointId as string) : null;
      return { ...shown(deps, row, matters, unreached), visit };
    }),
  );
}

/** One entry for a look, with all whose times were shown. No entry, no answer. */
export async function auditLook(db: Db, { actor, requestId }: By, action: string, rows: readonly StaffRow[]): Promise<void> {
  if (rows.length === 0) return;
  const organisationIds = [...new Set(actor.grants.map(({ organisationId }) => organisationId))];
  const subjects = rows.map(({ id }) => id);
  const entry = { requestId, personId: actor.personId, actorKind: 'staff' as const, organisationIds, action, purpose: 'advice', subjects };
  await record(db, { ...entry, ownerOrg: (rows[0] as StaffRow).ownerOrg });
}

type Shown = Omit<StaffAppointment, 'visit'>;

function shown(deps: StaffDeps, row: StaffRow, matters: Map<string, MatterCalled>, unreached: ReadonlySet<string>): Shown {
  const { id, bookableId: serviceId, serviceName, ownerOrg: organisationId, pointId: placeId, way, startsAt, endsAt, lateUntil } = row;
  const kept = openContact(deps.keys, id, row.contact);
  const contact = kept && row.matterId && unreached.has(row.matterId) ? unreachable(kept) : kept;
  const { stop, language, needs, interpreterLanguage, people, sessionId, stepId, bring } = row;
  const secret = row.state === 'confirmed' ? appointmentSecretOf(deps.keys, id, row.secretHash) : undefined;
  return {
    ...{ id, serviceId, serviceName, organisationId, placeId, stop, way, startsAt, endsAt, lateUntil, language, needs },
    ...{ interpreterLanguage, people, sessionId, stepId, bring },
    state: dayStateOf(row, deps.clock.now()),
    customer: contact && { name: contact.name, email: contact.email, phone: contact.phone },
    code: contact?.code ?? null,
    page: secret ? `${deps.publicUrl}/b/${secret}` : null,
    matter: (row.matterId && matters.get(row.matterId)) || null,
    preVisit: preVisitOf(deps.keys, row),
    unmet: unmetIn(row),
  };
}

/** Of a time still to come: afterwards it is as it was. */
export function unmetIn({ state, bookedWith, answers, needs, interpreterLanguage, people, startsAt, endsAt }: StaffRow): Unmet | null {
  // Only of what was told after it was booked: a service that takes longer by now makes nobody's agreed time too short.
  if (state !== 'confirmed' || !bookedWith || answers === null || needs.length === 0) return null;
  return unmetOf({ ...bookedWith, needs, interpreterLanguage, people, span: startsAt.until(endsAt).total('minutes') });
}

function preVisitOf(keys: Keyring, { id, answers, writtenAt }: StaffRow): StaffAppointment['preVisit'] {
  return answers && writtenAt ? { ...openAnswers(keys, id, answers), writtenAt } : null;
}
