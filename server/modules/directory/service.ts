import type { Db } from '../../platform/db/transaction.ts';
import { allOrganisations } from './organisations/queries.ts';
import { carriedOnBy } from './rules.ts';
import type { Language, Names, Organisation } from './types.ts';

export { type PermissionQuestion, permittedTasks, permittedTasksFor } from './agreements/service.ts';
export { type CurrentDirectory, currentDirectory } from './current/service.ts';
export { listsOf, seedDefaults } from './lists/service.ts';
export { allOrganisations, organisationByKey } from './organisations/queries.ts';
export { foundOrganisation } from './organisations/service.ts';
export { pointOf } from './points/queries.ts';
export { keepsShared, mayKeep, requireSharedKeeper } from './policy.ts';
export { hasOtherAddress, isCurrent } from './rules.ts';
export { allUnits, findUnit, lockUnit } from './units/queries.ts';

/** Who carries on the organisation on that day; see `carriedOnBy`. Undefined for an unknown id. */
export async function successorOf(db: Db, organisationId: string, day: Temporal.PlainDate): Promise<Organisation | undefined> {
  return carriedOnBy(await allOrganisations(db), organisationId, day);
}

export function nameIn(names: Names, language: string): string {
  return names[language as Language] ?? names.fi;
}

/** By the names as the reader sees them, in the order of their own alphabet: å, ä and ö end ours. */
export function inOrderOfNames<T extends { name: Names }>(rows: readonly T[], language: string): T[] {
  const { compare } = new Intl.Collator(language);
  return rows.toSorted((one, other) => compare(nameIn(one.name, language), nameIn(other.name, language)));
}
