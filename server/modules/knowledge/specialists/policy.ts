import type { Actor } from '../../identity/types.ts';
import { approvedBy } from '../policy.ts';

/** One keeps one's own profile; those who answer for what the organisation says keep their people's. */
export const mayKeep = (actor: Actor, personId: string, organisationId: string): boolean =>
  actor.personId === personId || approvedBy(actor).includes(organisationId);
