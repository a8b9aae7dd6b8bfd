import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { Booker } from '../booking/access.ts';
import { type AppointmentRow, appointmentBySecret } from '../booking/queries.ts';

type Deps = { db: Db; publicUrl: string };

const key = ({ appointmentId }: Booker) => `appointment:${appointmentId}`;

/** For the pages under `/b`: whoever has opened its address, or held the time, in this browser. */
export function ownAppointmentAccess(deps: Deps): Access<Booker> {
  return { name: 'booker by cookie', key, admit: (request) => admit(deps, request.cookies[cookieName(deps)]) };
}

/** Who is just opening it. */
export function openingAppointmentAccess(deps: Deps): Access<Booker> {
  return { name: 'opening an appointment', key, admit: (request) => admit(deps, (request.params as { secret?: string }).secret) };
}

async function admit({ db }: Deps, secret: string | undefined): Promise<Booker> {
  const appointment = await openedBy(db, secret);
  if (!appointment) throw new NotFound();
  return { kind: 'booker', appointmentId: appointment.id, appointment };
}

/** What this browser holds or has booked last, if anything. */
export const appointmentInHand = async (deps: Deps, request: FastifyRequest): Promise<string | undefined> =>
  (await openedBy(deps.db, request.cookies[cookieName(deps)]))?.id;

async function openedBy(db: Db, secret: string | undefined): Promise<AppointmentRow | undefined> {
  return secret && /^[\w-]{27}$/.test(secret) ? appointmentBySecret(db, hashSecret(secret)) : undefined;
}

/** Until the browser closes, and for its own pages only. */
export function keepAppointment(reply: FastifyReply, deps: Pick<Deps, 'publicUrl'>, secret: string): void {
  const secure = deps.publicUrl.startsWith('https:');
  reply.setCookie(cookieName(deps), secret, { path: '/b', httpOnly: true, sameSite: 'lax', secure });
}

const cookieName = ({ publicUrl }: Pick<Deps, 'publicUrl'>) =>
  publicUrl.startsWith('https:') ? '__Secure-polku-appointment' : 'polku-appointment';
