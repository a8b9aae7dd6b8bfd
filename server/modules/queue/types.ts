import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { Keyring } from '../../platform/keys/keyring.ts';
import type { CurrentDirectory } from '../directory/service.ts';
import type { Boards } from './board/service.ts';

/** What the use cases of visits need. */
export type Floor = { db: Kysely<Tables>; clock: Clock; directory: CurrentDirectory; keys: Keyring; boards: Boards };

export type StepState = 'planned' | 'waiting' | 'called' | 'serving' | 'parked' | 'finished' | 'moved' | 'no-show' | 'left' | 'dropped';
/** `phone`: by a telephone number typed at a kiosk; `link`: by the page of an agreed time on one's own phone. */
export type CameBy = 'kiosk' | 'reception' | 'phone' | 'link';
