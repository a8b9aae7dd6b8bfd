import type { FastifyReply } from 'fastify';
import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Access } from '../../../../platform/http/access.ts';
import { hashSecret } from '../../../../platform/keys/keys.ts';
import type { JointBooker } from '../access.ts';
import { jointIdOfSecret } from '../queries.ts';

type Deps = { db: Db; publicUrl: string };

const key = ({ jointId }: JointBooker) => `joint:${jointId}`;

/** For the pages under `/b/together`: whoever has opened its address, or held it, in this browser. */
export function ownJointAccess(deps: Deps): Access<JointBooker> {
  return { name: 'booker of a whole by cookie', key, admit: (request) => admit(deps, request.cookies[cookieName(deps)]) };
}

/** Who is just opening it. */
export function openingJointAccess(deps: Deps): Access<JointBooker> {
  return { name: 'opening a whole', key, admit: (request) => admit(deps, (request.params as { secret?: string }).secret) };
}

async function admit({ db }: Deps, secret: string | undefined): Promise<JointBooker> {
  const jointId = secret && /^[\w-]{27}$/.test(secret) ? await jointIdOfSecret(db, hashSecret(secret)) : undefined;
  if (!jointId) throw new NotFound();
  return { kind: 'joint-booker', jointId };
}

/** Until the browser closes, and for its own pages only. */
export function keepJoint(reply: FastifyReply, deps: Pick<Deps, 'publicUrl'>, secret: string): void {
  const secure = deps.publicUrl.startsWith('https:');
  reply.setCookie(cookieName(deps), secret, { path: '/b/together', httpOnly: true, sameSite: 'lax', secure });
}

const cookieName = ({ publicUrl }: Pick<Deps, 'publicUrl'>) => (publicUrl.startsWith('https:') ? '__Secure-polku-joint' : 'polku-joint');
