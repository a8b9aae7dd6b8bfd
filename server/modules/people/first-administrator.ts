import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/db/tables.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { NotFound } from '../../platform/errors.ts';
import { record } from '../audit/service.ts';
import { foundOrganisation, organisationByKey } from '../directory/service.ts';
import type { Names } from '../directory/types.ts';
import { insertGrant, insertPerson, personIdByEmail } from './queries.ts';

export type FirstAdministrator = {
  organisationKey: string;
  /** Founds the organisation when there is none by the key. */
  organisationName?: Names | undefined;
  name: string;
  email: string;
  today: Temporal.PlainDate;
};

/**
 * Gives an organisation an administrator from outside the service: the very first of an installation, or of an organisation whose
 * people nobody here may look after. For the operator's command line, never for a route.
 */
export async function addFirstAdministrator(
  db: Kysely<Tables>,
  { organisationKey, organisationName, name, email, today }: FirstAdministrator,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const known = await organisationByKey(trx, organisationKey);
    if (!known && !organisationName) throw new NotFound('organisation-not-found');
    const organisationId = known?.id ?? (await foundOrganisation(trx, organisationKey, organisationName as Names, today));
    const address = email.toLowerCase();
    const personId =
      (await insertPerson(trx, { name, email: address, title: {}, language: 'fi' })) ?? ((await personIdByEmail(trx, address)) as string);
    await insertGrant(trx, { personId, role: 'administrator', organisationId, pointId: null, validFrom: today, validUntil: null });
    await record(trx, {
      actorKind: 'system',
      action: 'grant.give.administrator',
      purpose: 'administration',
      subjects: [personId],
      ownerOrg: organisationId,
    });
    return personId;
  });
}
