import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { CurrentDirectory } from '../../directory/service.ts';

/** What the use cases of guides work with. */
export type GuideContext = { db: Kysely<Tables>; clock: Clock; directory: CurrentDirectory };
