import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { route } from '../../../platform/http/route.ts';
import { confirmHold } from '../booking/confirming.ts';
import { holdTime } from '../booking/holding.ts';
import { type AppointmentRow, appointmentOf } from '../booking/queries.ts';
import { shownHeld } from '../booking/reading.ts';
import { Confirmation } from '../booking/schema.ts';
import { cancel } from '../booking/service.ts';
import { forgetStep, stepInHand } from '../own/steps.ts';
import { HoldForm, readPressed, spotOf } from './choice.ts';
import { appointmentInHand, keepAppointment, ownAppointmentAccess } from './cookie.ts';
import { type PagesDeps, PRIVATE } from './deps.ts';
import { choiceOf, drawDetails, drawOwn } from './draw-own.ts';
import { drawTimes, lossOf, unreadable } from './draw-times.ts';
import { faultsOf } from './faults.ts';
import { offered } from './offers.ts';

const toOwn = (query = '') => ({ status: 303 as const, headers: { ...PRIVATE, location: `/b${query}` } });

/** Per address, and a library's whole hall is one. */
const HOLDS = { max: 60, windowMs: 60_000 };

/** A time is held by pressing it, and agreed by saying who comes. */
export function holdingRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const own = ownAppointmentAccess(deps);

  route(app, {
    method: 'POST',
    url: '/b/holds',
    summary: 'Hold the time pressed, for ten minutes',
    access: anyone,
    form: true,
    body: HoldForm,
    limit: HOLDS,
    idempotency: 'required',
    answers: { 303: empty, 409: page },
    handle: async ({ body: { at: text, ...choice }, idempotency, request, reply }) => {
      const service = await offered(deps, choice.service);
      const press = readPressed(text);
      const spot = press && (await spotOf(deps, service, press.where));
      if (!press || !spot) throw unreadable();
      try {
        const input = {
          bookableId: service.id,
          ...spot,
          at: press.at,
          language: choice.language,
          needs: choice.needs,
          interpreterLanguage: choice.interpreterLanguage,
          people: choice.people,
        };
        const { resourceId, value: held } = await holdTime(deps, keyOf(idempotency, text), input, { kind: 'anyone', address: request.ip });
        await letGoOfOther(deps, request, resourceId);
        keepAppointment(reply, deps, (await shownHeld(deps, held)).secret);
      } catch (error) {
        const lost = { at: press.at, code: lossOf(error) };
        const body = await drawTimes(deps, service, { choice: { ...choice, place: press.where }, lost }, request, reply);
        return { status: 409, body, headers: PRIVATE };
      }
      return toOwn();
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/confirmation',
    summary: 'Say who comes: the held time is agreed',
    access: own,
    form: true,
    body: z.strictObject({ name: z.string().max(300), email: z.string().max(300), phone: z.string().max(300) }),
    idempotency: 'required',
    lasting: true,
    answers: { 303: empty, 409: page, 422: page },
    handle: async ({ caller, body, idempotency, request, reply }) => {
      const id = caller.appointmentId;
      const read = Confirmation.safeParse({ name: body.name, email: body.email.trim() || null, phone: body.phone.trim() || null });
      const faults = faultsOf(body, read.success ? [] : read.error.issues.map(({ path }) => String(path[0])));
      if (!read.success)
        return { status: 422, body: await drawDetails(deps, id, { form: body, faults }, request, reply), headers: PRIVATE };
      try {
        const held = caller.appointment;
        const matter = await stepInHand(deps, request, held);
        await confirmHold(deps, idempotency, id, read.data, { staff: matter && { by: null, matter }, seen: held });
        if (matter) forgetStep(reply, deps);
      } catch (error) {
        return { status: 409, body: await drawRefused(deps, id, body, error, request, reply), headers: PRIVATE };
      }
      return toOwn('?done=booked');
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/release',
    summary: 'Let a held time go',
    access: own,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty },
    handle: async ({ caller }) => {
      const one = await appointmentOf(deps.db, caller.appointmentId);
      if (one?.state === 'held') await cancel(deps, one.id);
      return {
        status: 303,
        headers: { ...PRIVATE, location: one?.sessionId ? '/book/courses' : placesOf(one) },
      };
    },
  });
}

/** One page has many times to press, and each is a call of its own; pressed twice it is one. */
const keyOf = (key: IdempotencyKey | undefined, text: string): IdempotencyKey | undefined =>
  key && { ...key, key: `${key.key} ${text}`.replace(/[^\x21-\x7e]/g, '_').slice(0, 100) };

/** Whoever chooses another time needs the one before no more. An agreed one stays. */
async function letGoOfOther(deps: PagesDeps, request: FastifyRequest, heldId: string): Promise<void> {
  const otherId = await appointmentInHand(deps, request);
  if (!otherId || otherId === heldId) return;
  if ((await appointmentOf(deps.db, otherId))?.state !== 'held') return;
  // Confirmed in another tab this very moment: then it is kept.
  await cancel(deps, otherId).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
  });
}

/** Where to choose anew; what somebody needs stands in no address. */
const placesOf = (one: AppointmentRow | undefined): string => {
  if (!one) return '/book';
  const { service, place } = choiceOf(one);
  return `/book/place?service=${service}&place=${place}`;
};

type Form = { name: string; email: string; phone: string };

async function drawRefused(deps: PagesDeps, id: string, form: Form, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (!(error instanceof Conflict)) throw error;
  if (error.code === 'too-many-booked') {
    const faults = [{ field: 'name', code: 'too-many-booked' }];
    return drawDetails(deps, id, { form, faults }, request, reply);
  }
  const one = await appointmentOf(deps.db, id);
  if (!one) throw error;
  if (one.sessionId) return drawOwn(deps, id, { done: null, refused: null }, request, reply);
  const lost = { at: one.startsAt.epochMilliseconds, code: lossOf(error) };
  return drawTimes(deps, await offered(deps, one.bookableId), { choice: choiceOf(one), lost }, request, reply);
}
