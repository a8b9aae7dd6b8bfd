import type { FastifyReply } from 'fastify';
import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Access } from '../../../../platform/http/access.ts';
import { hashSecret } from '../../../../platform/keys/keys.ts';
import { invitationOfSecret } from '../queries.ts';
import { readCode } from '../secrets.ts';

type Deps = { db: Db; publicUrl: string };
/** Whoever holds the code of an invitation. */
export type Invitee = { kind: 'invitee'; invitationId: string };

const key = ({ invitationId }: Invitee) => `invitation:${invitationId}`;

/** For `/b/invitation`: whoever has opened it in this browser. */
export const ownInvitationAccess = (deps: Deps): Access<Invitee> => ({
  name: 'invitee by cookie',
  key,
  admit: (request) => admit(deps, request.cookies[cookieName(deps)]),
});

/** Who is just opening it. */
export const openingInvitationAccess = (deps: Deps): Access<Invitee> => ({
  name: 'opening an invitation',
  key,
  admit: (request) => admit(deps, (request.params as { code?: string }).code),
});

async function admit(deps: Deps, code: string | undefined): Promise<Invitee> {
  const invitationId = await idOfCode(deps, code ?? '');
  if (!invitationId) throw new NotFound();
  return { kind: 'invitee', invitationId };
}

/** Codes are typed from paper: capitals, spaces and hyphens make no difference. */
export async function idOfCode({ db }: Pick<Deps, 'db'>, text: string): Promise<string | undefined> {
  const code = readCode(text);
  return code && invitationOfSecret(db, hashSecret(code));
}

/** Until the browser closes, and for its own pages only. */
export function keepInvitation(reply: FastifyReply, deps: Pick<Deps, 'publicUrl'>, code: string): void {
  const secure = deps.publicUrl.startsWith('https:');
  reply.setCookie(cookieName(deps), readCode(code) ?? '', { path: '/b', httpOnly: true, sameSite: 'lax', secure });
}

const cookieName = ({ publicUrl }: Pick<Deps, 'publicUrl'>) =>
  publicUrl.startsWith('https:') ? '__Secure-polku-invitation' : 'polku-invitation';
