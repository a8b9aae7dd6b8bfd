import type { Db } from '../../platform/db/transaction.ts';
import { NotFound } from '../../platform/errors.ts';
import type { By } from '../identity/types.ts';
import { administeredBy } from './policy.ts';
import { personOf } from './queries.ts';
import type { Person } from './schema.ts';

/** @throws NotFound when the person has no grant in an organisation one administers */
export async function requirePerson(db: Db, { actor }: By, personId: string): Promise<Person> {
  const person = await personOf(db, administeredBy(actor), personId);
  if (!person) throw new NotFound();
  return person;
}
