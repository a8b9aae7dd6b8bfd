import type { FastifyInstance } from 'fastify';
import type { Trx } from '../../../platform/db/transaction.ts';
import { once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { route } from '../../../platform/http/route.ts';
import { deviceAccess } from '../devices/access.ts';
import { type Arrived, arrivedBefore } from '../visits/service.ts';
import { whereServed } from './leading.ts';
import { ArrivalByCode, ArrivalByPhone, KioskTicket, KioskView, KioskVisit, ServiceHere, TextHere, TongueWish } from './schema.ts';
import { arriveByCode, arriveByPhone, type Kiosk, kioskView, takeNumber, ticketOf } from './service.ts';

/** By kiosk: visitors come one after another, and a code is mistyped a few times. */
const ARRIVALS = { max: 30, windowMs: 60_000 };
/** A telephone number may be anybody's: slower than a person who tries them. */
const PHONES = { max: 8, windowMs: 60_000 };

export function kioskRoutes(app: FastifyInstance, kiosk: Kiosk): void {
  const access = deviceAccess(kiosk, 'kiosk');

  const arriving = async (key: IdempotencyKey | undefined, arrive: (trx: Trx) => Promise<Arrived>) => {
    const work = async (trx: Trx) => {
      const value = await arrive(trx);
      return { resourceId: value.visitId, status: 201, value };
    };
    const done = await once(kiosk.db, key, work, (id) => arrivedBefore(kiosk, id));
    return { status: 201 as const, body: ticketOf(kiosk, done.value) };
  };

  route(app, {
    method: 'GET',
    url: '/api/device/kiosk',
    summary: 'What the kiosk offers now, and its own numbers for when the network is away',
    access,
    answers: { 200: KioskView },
    handle: async ({ caller }) => ({ status: 200, body: await kioskView(kiosk, caller) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/device/services/:id',
    summary: 'The queue of this point that serves what was found, and where else it is given',
    access,
    params: TextHere,
    query: TongueWish,
    answers: { 200: ServiceHere },
    handle: async ({ caller, params, query }) => ({
      status: 200,
      body: await whereServed(kiosk, caller, Number(params.id), query.language),
    }),
  });

  route(app, {
    method: 'POST',
    url: '/api/device/visits',
    summary: 'Take a number; one given without network is told of afterwards',
    access,
    body: KioskVisit,
    answers: { 201: KioskTicket },
    idempotency: 'required',
    handle: async ({ caller, body, idempotency }) => arriving(idempotency, (trx) => takeNumber(kiosk, trx, caller, body)),
  });

  route(app, {
    method: 'POST',
    url: '/api/device/arrivals',
    summary: 'Arrive for an appointment by its code',
    access,
    body: ArrivalByCode,
    limit: ARRIVALS,
    answers: { 201: KioskTicket },
    idempotency: 'required',
    handle: async ({ caller, body, idempotency }) => arriving(idempotency, (trx) => arriveByCode(kiosk, trx, caller, body.code)),
  });

  route(app, {
    method: 'POST',
    url: '/api/device/phone-arrivals',
    summary: 'Arrive by a telephone number: the same number to wait with, whether or not anybody is expected',
    access,
    body: ArrivalByPhone,
    limit: PHONES,
    answers: { 201: KioskTicket },
    idempotency: 'required',
    handle: async ({ caller, body, idempotency }) =>
      arriving(idempotency, (trx) => arriveByPhone(kiosk, trx, caller, body.phone, body.language)),
  });
}
