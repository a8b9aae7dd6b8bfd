import { dayOf } from '../../platform/clock/day.ts';
import type { Db } from '../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import type { By } from '../identity/types.ts';
import { administeredBy } from './policy.ts';
import { liveOrganisationsOf, personOf } from './queries.ts';
import type { Person } from './schema.ts';
import type { PeopleContext } from './types.ts';

/** @throws NotFound when the person has no grant in an organisation one administers */
export async function requirePerson(db: Db, { actor }: By, personId: string): Promise<Person> {
  const person = await personOf(db, administeredBy(actor), personId);
  if (!person) throw new NotFound();
  return person;
}

/**
 * Another organisation's staff are not this administrator's to rename, to shut out or to let in again: here the grants are given and
 * revoked instead.
 * @throws Conflict('person-works-elsewhere')
 */
export async function requireOursAlone(db: Db, { clock }: Pick<PeopleContext, 'clock'>, { actor }: By, personId: string): Promise<void> {
  const mine = administeredBy(actor);
  const organisations = await liveOrganisationsOf(db, personId, dayOf(clock.now()));
  if (organisations.some((organisation) => !mine.includes(organisation))) throw new Conflict('person-works-elsewhere');
}
