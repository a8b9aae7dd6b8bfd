import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { letLinkGo } from '../links/cookie.ts';
import { clearCustomerCookie, customerTokenOf } from './cookie.ts';
import { endCustomerSession } from './queries.ts';
import type { CustomerSessions } from './sessions.ts';

/** Whoever used this browser has left it: a customer's session that stands in it ends, and it holds no link of theirs. */
export async function leaveBrowser(deps: CustomerSessions, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = customerTokenOf(request, deps);
  if (token) await endCustomerSession(deps.db, hashSecret(token), deps.clock.now());
  clearCustomerCookie(reply, deps);
  letLinkGo(reply, deps);
}
