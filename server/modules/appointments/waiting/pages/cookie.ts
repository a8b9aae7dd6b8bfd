import type { FastifyReply } from 'fastify';
import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Access } from '../../../../platform/http/access.ts';
import { hashSecret } from '../../../../platform/keys/keys.ts';
import { waitingOfSecret } from '../queries.ts';

type Deps = { db: Db; publicUrl: string };
/** Whoever stands in line, by their secret. */
export type Waiter = { kind: 'waiter'; waitingId: string };

const key = ({ waitingId }: Waiter) => `waiting:${waitingId}`;

/** For `/b/waiting`: whoever has opened its address in this browser. */
export const ownWaitingAccess = (deps: Deps): Access<Waiter> => ({
  name: 'waiter by cookie',
  key,
  admit: (request) => admit(deps, request.cookies[cookieName(deps)]),
});

/** Who is just opening it. */
export const openingWaitingAccess = (deps: Deps): Access<Waiter> => ({
  name: 'opening a place in line',
  key,
  admit: (request) => admit(deps, (request.params as { secret?: string }).secret),
});

async function admit({ db }: Deps, secret: string | undefined): Promise<Waiter> {
  const waitingId = secret && /^[\w-]{27}$/.test(secret) ? await waitingOfSecret(db, hashSecret(secret)) : undefined;
  if (!waitingId) throw new NotFound();
  return { kind: 'waiter', waitingId };
}

/** Until the browser closes, and for its own pages only. */
export function keepWaiting(reply: FastifyReply, deps: Pick<Deps, 'publicUrl'>, secret: string): void {
  const secure = deps.publicUrl.startsWith('https:');
  reply.setCookie(cookieName(deps), secret, { path: '/b', httpOnly: true, sameSite: 'lax', secure });
}

const cookieName = ({ publicUrl }: Pick<Deps, 'publicUrl'>) =>
  publicUrl.startsWith('https:') ? '__Secure-polku-waiting' : 'polku-waiting';
