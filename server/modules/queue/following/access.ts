import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { isToCome } from '../expected/service.ts';
import type { Floor } from '../types.ts';

/** Who holds a number: whoever has opened its address in this browser. */
export type Visitor = { kind: 'visitor'; visitId: string; pointId: string };

type Deps = Pick<Floor, 'db' | 'clock'> & { publicUrl: string };

/** Who is to come at an agreed time and has not: the page of that time is theirs, and no place yet. */
export type Awaited = { kind: 'awaited'; expectedId: string };

const key = (caller: Visitor | Awaited) => (caller.kind === 'visitor' ? `visit:${caller.visitId}` : `expected:${caller.expectedId}`);

/** For routes under `/q`. A visit that ended over a day ago is not shown any more. */
export function visitorAccess(deps: Deps): Access<Visitor> {
  return { name: 'visitor', key, admit: (request) => admitVisitor(deps, request.cookies[cookieName(deps)]) };
}

/** For the page itself, which an agreed time has before the visit. */
export function comerAccess(deps: Deps): Access<Visitor | Awaited> {
  return { name: 'visitor or awaited', key, admit: (request) => admitComer(deps, request.cookies[cookieName(deps)]) };
}

/** Who is just opening it. */
export function openingVisitAccess(deps: Deps): Access<Visitor | Awaited> {
  return { name: 'opening a visit', key, admit: (request) => admitComer(deps, (request.params as { secret?: string }).secret) };
}

async function admitComer(deps: Deps, secret: string | undefined): Promise<Visitor | Awaited> {
  const expectedId = secret && isSecret(secret) ? await expectedOfSecret(deps.db, hashSecret(secret), deps.clock.now()) : undefined;
  return expectedId ? { kind: 'awaited', expectedId } : admitVisitor(deps, secret);
}

async function admitVisitor({ db, clock }: Deps, secret: string | undefined): Promise<Visitor> {
  const found = secret && isSecret(secret) ? await visitOfSecret(db, hashSecret(secret), clock.now().subtract({ hours: 24 })) : undefined;
  if (!found) throw new NotFound();
  return { kind: 'visitor', ...found };
}

const isSecret = (text: string) => /^[\w-]{27}$/.test(text);

async function visitOfSecret(db: Db, secretHash: string, endedAfter: Temporal.Instant): Promise<Omit<Visitor, 'kind'> | undefined> {
  const { rows } = await sql<Omit<Visitor, 'kind'>>`select id as "visitId", point_id as "pointId" from visit
    where id = coalesce((select v.id from visit v where v.secret_hash = ${secretHash}), ${visitOfExpected(secretHash)}) and (ended_at is null or ended_at > ${endedAfter}::timestamptz)`.execute(
    db,
  );
  return rows[0];
}

/** The page of an agreed time goes on as that of the visit, unless anybody came for it who typed its telephone number. */
const visitOfExpected = (secretHash: string) => sql`(select w.id from expected_visit e join visit w on w.id = e.visit_id
  where e.secret_hash = ${secretHash} and w.came_by <> 'phone')`;

/** Not come, and not longer ago than a day. */
async function expectedOfSecret(db: Db, secretHash: string, now: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select e.id from expected_visit e where e.secret_hash = ${secretHash} and ${isToCome}
    and e.cancelled_at is null and e.due_at > ${now.subtract({ hours: 24 })}::timestamptz`.execute(db);
  return rows[0]?.id;
}

/** Until the browser closes, and for its own pages only. */
export function holdVisit(reply: FastifyReply, deps: Pick<Deps, 'publicUrl'>, secret: string): void {
  reply.setCookie(cookieName(deps), secret, place(deps));
}

export function letVisitGo(reply: FastifyReply, deps: Pick<Deps, 'publicUrl'>): void {
  reply.clearCookie(cookieName(deps), place(deps));
}

export const heldVisit = (request: FastifyRequest, deps: Pick<Deps, 'publicUrl'>): string | undefined => request.cookies[cookieName(deps)];

const place = ({ publicUrl }: Pick<Deps, 'publicUrl'>) =>
  ({ path: '/q', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') }) as const;
const cookieName = ({ publicUrl }: Pick<Deps, 'publicUrl'>) => (publicUrl.startsWith('https:') ? '__Secure-polku-visit' : 'polku-visit');
