import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { directoryChanged } from '../events.ts';
import { allOrganisations } from '../organisations/queries.ts';
import { pointOf } from '../points/queries.ts';
import { mayKeep } from '../policy.ts';
import { carriedOnBy, ownTasks, permittedBy } from '../rules.ts';
import type { Agreement, Organisation, PermittedTasks } from '../types.ts';
import { agreementsBetween, allAgreements, insertAgreement, lockAgreement, updateAgreement } from './queries.ts';

export type PermissionQuestion = {
  /** The organisations in which the advisor has a grant. */
  providerIds: string[];
  principalId: string;
  /** Where the advisor sits; null: nowhere, and agreements tied to a point do not hold. */
  pointId: string | null;
  day: Temporal.PlainDate;
  /** The service's name in any language; without it only agreements over all services count. */
  serviceName?: string | undefined;
};

/**
 * What may be done for this principal, here, on this day (laki julkisen hallinnon yhteispalvelusta 223/2007, 6-8 §). An
 * agreement made with an organisation that has ended holds for its successor. No agreement, no task.
 */
export async function permittedTasks(db: Db, { principalId, ...question }: PermissionQuestion): Promise<PermittedTasks> {
  return (await permittedTasksFor(db, question, [principalId])).get(principalId) as PermittedTasks;
}

/** The same for each of these principals: two messages to the database, however many they are. */
export async function permittedTasksFor(
  db: Db,
  { providerIds, pointId, day, serviceName }: Omit<PermissionQuestion, 'principalId'>,
  principalIds: readonly string[],
): Promise<Map<string, PermittedTasks>> {
  const organisations = await allOrganisations(db);
  const current = (id: string) => carriedOnBy(organisations, id, day)?.id;
  const carriedBy = (ids: (string | undefined)[]) => organisations.filter(({ id }) => ids.includes(current(id))).map(({ id }) => id);
  const providers = providerIds.map(current);
  const agreements = await agreementsBetween(db, carriedBy(providers), carriedBy(principalIds.map(current)));
  const tasksFor = (principal: string | undefined): PermittedTasks => {
    if (principal !== undefined && providers.includes(principal)) return ownTasks;
    const theirs = agreements.filter((one) => current(one.principalId) === principal);
    return permittedBy(theirs, pointId, day, serviceName);
  };
  return new Map(principalIds.map((id) => [id, tasksFor(current(id))]));
}

/** The agreements in which an organisation one keeps is a party. */
export async function keptAgreements(db: Db, { actor }: By): Promise<Agreement[]> {
  const organisations = await allOrganisations(db);
  return (await allAgreements(db)).filter((agreement) => isParty(actor, organisations, agreement));
}

export async function createAgreement(db: Kysely<Tables>, by: By, input: Omit<Agreement, 'id'>): Promise<Agreement> {
  return inTransaction(db, async (trx) => {
    if (!isParty(by.actor, await allOrganisations(trx), input)) throw new NotFound();
    await checkAgreement(trx, input);
    const id = await insertAgreement(trx, input);
    await tell(trx, by, 'agreement.create', { id, ...input });
    return { id, ...input };
  });
}

export async function changeAgreement(
  db: Kysely<Tables>,
  by: By,
  id: string,
  change: Partial<Omit<Agreement, 'id' | 'principalId' | 'providerId'>>,
): Promise<Agreement> {
  return inTransaction(db, async (trx) => {
    const found = await lockAgreement(trx, id);
    if (!found || !isParty(by.actor, await allOrganisations(trx), found)) throw new NotFound();
    const changed = { ...found, ...change };
    await checkAgreement(trx, changed);
    await updateAgreement(trx, changed);
    await tell(trx, by, 'agreement.change', changed);
    return changed;
  });
}

function isParty(actor: Actor, organisations: Organisation[], { principalId, providerId }: Omit<Agreement, 'id'>): boolean {
  return organisations.some((organisation) => [principalId, providerId].includes(organisation.id) && mayKeep(actor, organisation));
}

async function checkAgreement(trx: Trx, agreement: Omit<Agreement, 'id'>): Promise<void> {
  const { principalId, providerId, pointId, validFrom, validUntil } = agreement;
  const known = (await allOrganisations(trx)).map(({ id }) => id);
  if (!known.includes(principalId)) throw new Invalid('unknown-reference', { fields: ['principalId'] });
  if (!known.includes(providerId)) throw new Invalid('unknown-reference', { fields: ['providerId'] });
  if (principalId === providerId) throw new Invalid('agreement-with-itself', { fields: ['providerId'] });
  if (pointId && !(await pointOf(trx, pointId))) throw new Invalid('unknown-reference', { fields: ['pointId'] });
  if (Temporal.PlainDate.compare(validUntil, validFrom) < 0) throw new Invalid('end-before-start', { fields: ['validUntil'] });
}

async function tell(trx: Trx, by: By, action: string, agreement: Agreement): Promise<void> {
  await recordChange(trx, by, action, agreement.id, agreement.providerId);
  await directoryChanged(trx, 'agreement', agreement.id);
}
