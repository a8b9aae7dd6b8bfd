import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { BeforeUnitEmptied } from '../directory/types.ts';

/** Kept where every policy can reach them, below the directory. */
export { type Role, roles } from '../identity/types.ts';

/** What every use case of this module works with. */
export type PeopleContext = { db: Kysely<Tables>; clock: Clock; beforeUnitEmptied: BeforeUnitEmptied };
