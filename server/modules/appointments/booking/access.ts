import type { FastifyRequest } from 'fastify';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { Booking } from '../types.ts';
import { justHeld } from './just-held.ts';
import { type AppointmentRow, appointmentBySecret } from './queries.ts';

/** Whoever holds the secret of an appointment: its booker, or a city's own site on their behalf. */
export type Booker = { kind: 'booker'; appointmentId: string; appointment: AppointmentRow };

type Look = (secretHash: string) => Promise<AppointmentRow | undefined>;

/** `Authorization: Bearer <secret>`; of another appointment than the address says it opens nothing. */
export const bookerAccess = ({ db }: Pick<Booking, 'db'>): Access<Booker> => accessBy((hash) => appointmentBySecret(db, hash));

/** The same for whoever confirms: the appointment may be the hold as it was made. */
export const holderAccess = ({ db }: Pick<Booking, 'db'>): Access<Booker> =>
  accessBy(async (hash) => justHeld.take(hash) ?? appointmentBySecret(db, hash));

function accessBy(look: Look): Access<Booker> {
  return {
    name: 'booker',
    scheme: { type: 'http', scheme: 'bearer', description: 'The `secret` that holding the time answered with.' },
    key: ({ appointmentId }) => `appointment:${appointmentId}`,
    admit: async (request) => {
      const appointment = await shownBy(request, look);
      const asked = (request.params as { id?: string }).id;
      if (!appointment || appointment.id !== asked) throw new NotFound();
      return { kind: 'booker', appointmentId: appointment.id, appointment };
    },
  };
}

/** Whose secret the call carries, if any. */
export const appointmentShown = (db: Db, request: FastifyRequest): Promise<AppointmentRow | undefined> =>
  shownBy(request, (hash) => appointmentBySecret(db, hash));

async function shownBy({ headers }: FastifyRequest, look: Look): Promise<AppointmentRow | undefined> {
  const secret = /^Bearer ([\w-]{27})$/.exec(headers.authorization ?? '')?.[1];
  return secret ? look(hashSecret(secret)) : undefined;
}
