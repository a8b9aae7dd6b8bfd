import type { FastifyRequest } from 'fastify';
import type { Access } from '../../platform/http/access.ts';
import { customerAccess, signedInCustomer } from './customers/access.ts';
import { linkHolderAccess } from './links/access.ts';
import { staffAccess } from './sessions/access.ts';
import { actorOfSession } from './sessions/service.ts';
import type { IdentityDeps } from './settings.ts';
import type { Actor, CustomerCaller, LinkHolder, StaffAccess } from './types.ts';

export { leaveBrowser } from './customers/leaving.ts';
export { setActingFor } from './customers/queries.ts';
export { liveSessions } from './customers/sessions.ts';
export { heldLink, holdLink, letLinkGo } from './links/cookie.ts';
export { createPassingLink, createSecretLink, revokeLinks, revokeLinksFrom } from './links/service.ts';
export { forgetOldSessions } from './reactions.ts';
export { auditRefusals } from './refusals.ts';
export { endSessionsOfPerson, sitAt } from './sessions/service.ts';
export type {
  Claims,
  CustomerClaims,
  CustomerOf,
  CustomerOidcSettings,
  IdentityDeps,
  OidcSettings,
  PersonOf,
  SessionSettings,
} from './settings.ts';
export { administering, byOf, customerEntry, handledCustomer, recordChange } from './trail.ts';

export type Identity = StaffAccess & {
  linkHolder: Access<LinkHolder>;
  /** A customer who has signed in strongly. */
  customer: Access<CustomerCaller>;
  /** The customer signed in in this browser, for pages that others may open as well. */
  signedIn(request: FastifyRequest): Promise<CustomerCaller | undefined>;
  /** The person of a session as they are now: for live streams, which outlive the request that opened them. */
  actorOf(sessionId: string): Promise<Actor | undefined>;
};

export function identity(deps: IdentityDeps): Identity {
  return {
    ...staffAccess(deps),
    linkHolder: linkHolderAccess(deps),
    customer: customerAccess(deps),
    signedIn: (request) => signedInCustomer(deps, request),
    actorOf: (sessionId) => actorOfSession(deps, sessionId),
  };
}
