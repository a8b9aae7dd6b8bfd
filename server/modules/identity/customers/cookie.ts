import type { FastifyReply, FastifyRequest } from 'fastify';
import { type IdentityDeps, isSecure } from '../settings.ts';

type Settings = Pick<IdentityDeps, 'publicUrl'>;

/** Apart from the staff's: one browser may hold both, and neither opens what is the other's. */
const cookieName = (deps: Settings): string => (isSecure(deps) ? '__Host-polku-my' : 'polku-my');

const place = (deps: Settings) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(deps) }) as const;

/** Until the browser closes: a shared computer must not keep it. */
export function setCustomerCookie(reply: FastifyReply, deps: Settings, token: string): void {
  reply.setCookie(cookieName(deps), token, place(deps));
}

export function clearCustomerCookie(reply: FastifyReply, deps: Settings): void {
  reply.clearCookie(cookieName(deps), place(deps));
}

export function customerTokenOf(request: FastifyRequest, deps: Settings): string | undefined {
  return request.cookies[cookieName(deps)] || undefined;
}
