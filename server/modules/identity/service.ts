import type { Access } from '../../platform/http/access.ts';
import { linkHolderAccess } from './links/access.ts';
import { staffAccess } from './sessions/access.ts';
import { actorOfSession } from './sessions/service.ts';
import type { IdentityDeps } from './settings.ts';
import type { Actor, LinkHolder, StaffAccess } from './types.ts';

export { heldLink, holdLink, letLinkGo } from './links/cookie.ts';
export { createSecretLink, revokeLinks } from './links/service.ts';
export { forgetOldSessions } from './reactions.ts';
export { auditRefusals } from './refusals.ts';
export { endSessionsOfPerson, sitAt } from './sessions/service.ts';
export type { Claims, IdentityDeps, OidcSettings, PersonOf, SessionSettings } from './settings.ts';
export { administering, byOf, recordChange } from './trail.ts';

export type Identity = StaffAccess & {
  linkHolder: Access<LinkHolder>;
  /** The person of a session as they are now: for live streams, which outlive the request that opened them. */
  actorOf(sessionId: string): Promise<Actor | undefined>;
};

export function identity(deps: IdentityDeps): Identity {
  return { ...staffAccess(deps), linkHolder: linkHolderAccess(deps), actorOf: (sessionId) => actorOfSession(deps, sessionId) };
}
