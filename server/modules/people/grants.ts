import { dayOf } from '../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { allUnits, pointOf } from '../directory/service.ts';
import { recordChange } from '../identity/service.ts';
import type { By } from '../identity/types.ts';
import { PERSON_CHANGED, personEvent } from './events.ts';
import { unitsOf } from './members.ts';
import { leaveUnits } from './membership.ts';
import { requireAdministered } from './policy.ts';
import { hasOtherGrant, insertGrant, lockPerson, otherAdministrators, revokeGrant, rolesOf } from './queries.ts';
import { mayHoldTogether } from './rules.ts';
import type { GrantInput, Person } from './schema.ts';
import { requireOursAlone, requirePerson } from './sight.ts';
import type { PeopleContext } from './types.ts';

/** @throws Conflict('grant-exists' | 'roles-exclude-each-other' | 'person-works-elsewhere' for another's closed account), Invalid('unknown-reference' | 'end-before-start') */
export async function giveGrant(context: PeopleContext, by: By, personId: string, input: GrantInput): Promise<Person> {
  return inTransaction(context.db, async (trx) => {
    await lockPerson(trx, personId);
    const { disabled } = await requirePerson(trx, by, personId);
    requireAdministered(by.actor, input.organisationId);
    if (disabled) await requireOursAlone(trx, context, by, personId);
    await giveGrantIn(trx, context, by, personId, input);
    await personEvent(trx, PERSON_CHANGED, personId);
    return requirePerson(trx, by, personId);
  });
}

export async function giveGrantIn(
  trx: Trx,
  { clock }: Pick<PeopleContext, 'clock'>,
  by: By,
  personId: string,
  input: GrantInput,
): Promise<void> {
  const day = dayOf(clock.now());
  const validFrom = input.validFrom ?? day;
  if (input.validUntil && Temporal.PlainDate.compare(input.validUntil, validFrom) <= 0)
    throw new Invalid('end-before-start', { fields: ['validUntil'] });
  if (input.pointId && !(await pointOf(trx, input.pointId))) throw new Invalid('unknown-reference', { fields: ['pointId'] });
  if (!mayHoldTogether(await rolesOf(trx, personId, day), input.role)) throw new Conflict('roles-exclude-each-other');
  const { role, organisationId, pointId, validUntil } = input;
  if (!(await insertGrant(trx, { personId, role, organisationId, pointId, validFrom, validUntil }))) throw new Conflict('grant-exists');
  await recordChange(trx, by, `grant.give.${role}`, personId, organisationId);
}

/**
 * Holds from the next request on. With the last grant in an organisation the person leaves its units too.
 * @throws Conflict('last-administrator' | 'unit-has-open-requests')
 */
export async function revokeGrantOf(context: PeopleContext, by: By, personId: string, grantId: string): Promise<Person> {
  return inTransaction(context.db, async (trx) => {
    await lockPerson(trx, personId);
    const person = await requirePerson(trx, by, personId);
    const grant = person.grants.find(({ id }) => id === grantId);
    if (!grant) throw new NotFound();
    const { role, organisationId } = grant;
    const now = context.clock.now();
    if (role === 'administrator' && (await otherAdministrators(trx, organisationId, personId, dayOf(now))) === 0)
      throw new Conflict('last-administrator');
    if (!(await hasOtherGrant(trx, personId, organisationId, grantId))) await leaveUnitsIn(trx, context, personId, organisationId);
    await revokeGrant(trx, grantId, now);
    await recordChange(trx, by, `grant.revoke.${role}`, personId, organisationId);
    await personEvent(trx, PERSON_CHANGED, personId);
    return requirePerson(trx, by, personId);
  });
}

async function leaveUnitsIn(trx: Trx, context: PeopleContext, personId: string, organisationId: string): Promise<void> {
  const theirs = (await allUnits(trx)).filter((unit) => unit.organisationId === organisationId).map(({ id }) => id);
  const leaving = (await unitsOf(trx, personId)).filter((unitId) => theirs.includes(unitId));
  await leaveUnits(trx, context, personId, leaving);
}
