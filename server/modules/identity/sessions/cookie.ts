import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` makes browsers refuse the cookie unless it is secure, of this host alone and for every path: nobody can plant one. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-polku' : 'polku';
}

export function tokenOf(request: FastifyRequest, secure: boolean): string | undefined {
  return request.cookies[sessionCookie(secure)] || undefined;
}

/** Lax, so that a link in a mail to a colleague opens signed in; changing requests are guarded apart (same-origin). */
export function setSessionCookie(reply: FastifyReply, secure: boolean, token: string): void {
  reply.setCookie(sessionCookie(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(sessionCookie(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
