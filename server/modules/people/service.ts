import { dayOf } from '../../platform/clock/day.ts';
import { type Db, inTransaction, type Trx } from '../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { endSessionsOfPerson, recordChange } from '../identity/service.ts';
import type { By } from '../identity/types.ts';
import { leftUnits, PERSON_CHANGED, PERSON_DISABLED, PERSON_ENABLED, personEvent } from './events.ts';
import { giveGrantIn } from './grants.ts';
import { handOnBeforeLeaving, unitsOf } from './members.ts';
import { administeredBy, requireAdministered } from './policy.ts';
import {
  insertPerson,
  lockPerson,
  otherAdministrators,
  peopleOf,
  personIdByEmail,
  personOf,
  personToMeet,
  updatePerson,
} from './queries.ts';
import { isSameName } from './rules.ts';
import type { Person, PersonChange, PersonInput } from './schema.ts';
import { requireOursAlone, requirePerson } from './sight.ts';
import type { PeopleContext } from './types.ts';

export { addFirstAdministrator } from './first-administrator.ts';
export { giveGrant, revokeGrantOf } from './grants.ts';
export { personOfClaims } from './joining.ts';
export { ableMembers, hasMember, unitsOf } from './members.ts';
export { joinUnit, leaveUnit } from './membership.ts';
export { nameOf, namesOf } from './queries.ts';

/** People shown at a time; a longer list is searched, not paged. */
const SHOWN = 200;

export async function findPeople(db: Db, { actor }: By, words: string): Promise<{ people: Person[]; more: boolean }> {
  const people = await peopleOf(db, administeredBy(actor), { words, limit: SHOWN + 1 });
  return { people: people.slice(0, SHOWN), more: people.length > SHOWN };
}

/**
 * Somebody already known by the address gets the grant instead of a second self. @throws Conflict `person-known-otherwise` unless the
 * administrator knew them already by name too: an address alone tells nobody's name, and opens nobody's closed account.
 */
export async function createPerson(context: PeopleContext, by: By, input: PersonInput): Promise<Person> {
  return inTransaction(context.db, async (trx) => {
    requireAdministered(by.actor, input.grant.organisationId);
    const { grant, ...person } = input;
    const added = await insertPerson(trx, person);
    const personId = added ?? (await personIdByEmail(trx, input.email));
    if (!personId) throw new NotFound();
    await lockPerson(trx, personId);
    if (!added) await refuseGuess(trx, by, personId, input.name);
    await giveGrantIn(trx, context, by, personId, grant);
    await recordChange(trx, by, 'person.create', personId, grant.organisationId);
    await personEvent(trx, PERSON_CHANGED, personId);
    return requirePerson(trx, by, personId);
  });
}

/** @throws Conflict('person-works-elsewhere'); Conflict('last-administrator' | 'unit-has-open-requests') when disabling */
export async function changePerson(context: PeopleContext, by: By, personId: string, change: PersonChange): Promise<Person> {
  return inTransaction(context.db, async (trx) => {
    await lockPerson(trx, personId);
    const before = await requirePerson(trx, by, personId);
    await requireOursAlone(trx, context, by, personId);
    const changed = { ...before, ...change };
    if (changed.disabled && !before.disabled) await prepareDisabling(trx, context, before);
    await updatePerson(trx, changed, changed.disabled ? context.clock.now() : null);
    if (changed.disabled && !before.disabled) await endEverywhere(trx, context, personId);
    if (before.disabled && !changed.disabled) await personEvent(trx, PERSON_ENABLED, personId);
    await recordChange(trx, by, actionOf(before, changed), personId, before.grants[0]?.organisationId);
    await personEvent(trx, PERSON_CHANGED, personId);
    return changed;
  });
}

/** Disabling ends the person's sessions on every node at once, and their open live streams when the event comes, within a second. */
export function disablePerson(context: PeopleContext, by: By, personId: string): Promise<Person> {
  return changePerson(context, by, personId, { disabled: true });
}

async function refuseGuess(trx: Trx, by: By, personId: string, name: string): Promise<void> {
  if (await personOf(trx, administeredBy(by.actor), personId)) return;
  const known = await personToMeet(trx, personId);
  if (known?.disabled !== false || !isSameName(known.name, name)) throw new Conflict('person-known-otherwise');
}

async function prepareDisabling(trx: Trx, { clock, beforeUnitEmptied }: PeopleContext, person: Person): Promise<void> {
  const day = dayOf(clock.now());
  for (const grant of person.grants.filter(({ role }) => role === 'administrator')) {
    if ((await otherAdministrators(trx, grant.organisationId, person.id, day)) === 0) throw new Conflict('last-administrator');
  }
  await handOnBeforeLeaving(trx, await unitsOf(trx, person.id), person.id, beforeUnitEmptied);
}

/** Their memberships stay, for the day they are enabled again: a disabled member counts for nothing. */
async function endEverywhere(trx: Trx, { clock }: PeopleContext, personId: string): Promise<void> {
  await endSessionsOfPerson(trx, personId, clock.now());
  await leftUnits(trx, personId, await unitsOf(trx, personId));
  await personEvent(trx, PERSON_DISABLED, personId);
}

function actionOf(before: Person, after: Person): string {
  if (before.disabled === after.disabled) return 'person.change';
  return after.disabled ? 'person.disable' : 'person.enable';
}
