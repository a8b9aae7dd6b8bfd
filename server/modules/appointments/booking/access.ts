import type { FastifyRequest } from 'fastify';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { Booking } from '../types.ts';
import { type AppointmentRow, appointmentBySecret } from './queries.ts';

/** Whoever holds the secret of an appointment: its booker, or a city's own site on their behalf. */
export type Booker = { kind: 'booker'; appointmentId: string; appointment: AppointmentRow };

/** `Authorization: Bearer <secret>`; of another appointment than the address says it opens nothing. */
export function bookerAccess({ db }: Pick<Booking, 'db'>): Access<Booker> {
  return {
    name: 'booker',
    scheme: { type: 'http', scheme: 'bearer' },
    key: ({ appointmentId }) => `appointment:${appointmentId}`,
    admit: async (request) => {
      const appointment = await appointmentShown(db, request);
      const asked = (request.params as { id?: string }).id;
      if (!appointment || appointment.id !== asked) throw new NotFound();
      return { kind: 'booker', appointmentId: appointment.id, appointment };
    },
  };
}

/** Whose secret the call carries, if any. */
export async function appointmentShown(db: Db, request: FastifyRequest): Promise<AppointmentRow | undefined> {
  const secret = /^Bearer ([\w-]{27})$/.exec(request.headers.authorization ?? '')?.[1];
  return secret ? appointmentBySecret(db, hashSecret(secret)) : undefined;
}
