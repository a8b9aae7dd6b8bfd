import type { FastifyReply, FastifyRequest } from 'fastify';
import { type IdentityDeps, isSecure } from '../settings.ts';

type Settings = Pick<IdentityDeps, 'publicUrl'>;

/** `__Host-` would need the path `/`, and the point of this cookie is that no other page gets it. */
const cookieName = (deps: Settings): string => (isSecure(deps) ? '__Secure-polku-link' : 'polku-link');

const place = (deps: Settings) => ({ path: '/a', httpOnly: true, sameSite: 'lax', secure: isSecure(deps) }) as const;

/** Until the browser closes: a shared computer must not keep it. */
export function holdLink(reply: FastifyReply, deps: Settings, token: string): void {
  reply.setCookie(cookieName(deps), token, place(deps));
}

export function letLinkGo(reply: FastifyReply, deps: Settings): void {
  reply.clearCookie(cookieName(deps), place(deps));
}

/** The token of the link that is open in this browser; whether it still opens anything is another question. */
export function heldLink(request: FastifyRequest, deps: Settings): string | undefined {
  return request.cookies[cookieName(deps)];
}
