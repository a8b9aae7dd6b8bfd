import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict } from '../../../platform/errors.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { cancelOwn, moveOwn } from '../booking/service.ts';
import { ownOf } from '../own/trail.ts';
import { cancellationPage } from './appointment-page.ts';
import { type Choice, gone, MoveForm, readPressed, spotOf } from './choice.ts';
import { ownAppointmentAccess } from './cookie.ts';
import { type PagesDeps, PRIVATE, to } from './deps.ts';
import { choiceOf, drawOwn, readOwn } from './draw-own.ts';
import { drawTimes, lossOf, unreadable } from './draw-times.ts';
import type { OfferedService } from './queries.ts';

/** Per appointment; looking at another day is one too. Each move is a letter to an address that nobody has proved to be theirs. */
export const MOVES = { max: 60, windowMs: 600_000 };

const movedOf = ({ id, startsAt, matterId }: AppointmentRow) => ({ id, at: startsAt.epochMilliseconds, matterId });

/** One's own appointment: moved, cancelled. */
export function ownChangeRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownAppointmentAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/times',
    summary: 'Other times for one’s appointment',
    access,
    query: z.looseObject({}),
    answers: { 200: page, 303: empty },
    handle: async ({ caller, request, reply }) => {
      const { one, service } = await readOwn(deps, caller.appointmentId);
      if (one.state !== 'confirmed' || one.sessionId) return to('/b');
      const body = await drawTimes(deps, service, { choice: choiceOf(one), own: movedOf(one) }, request, reply);
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/times',
    summary: 'Move one’s appointment to the time pressed, or look at another day',
    access,
    form: true,
    body: MoveForm,
    limit: MOVES,
    answers: { 200: page, 303: empty, 409: page },
    handle: async ({ caller, body, request, reply }) => moveByPage(deps, caller.appointmentId, body, { request, reply }),
  });

  route(app, {
    method: 'GET',
    url: '/b/cancellation',
    summary: 'Asks whether one really cancels',
    access,
    query: z.looseObject({}),
    answers: { 200: page, 303: empty },
    handle: async ({ caller, request, reply }) => {
      rememberWish(request, reply);
      const { one, point } = await readOwn(deps, caller.appointmentId);
      if (one.state !== 'confirmed') return to('/b');
      const body = cancellationPage(await viewFor(deps, request), one, point, formToken(request, reply));
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/cancellation',
    summary: 'Cancel one’s appointment',
    access,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty, 409: page },
    handle: async ({ caller, request, reply }) => {
      try {
        await cancelOwn(deps, caller.appointmentId, ownOf(request));
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        const told = { done: null, refused: error.code };
        return { status: 409, body: await drawOwn(deps, caller.appointmentId, told, request, reply), headers: PRIVATE };
      }
      return to('/b');
    },
  });
}

type Moving = z.output<typeof MoveForm>;
type Looked = Omit<Moving, 'at' | 'place'> & { place?: string | undefined };
type Asking = { request: FastifyRequest; reply: FastifyReply };

/** Moved to the time pressed; without one, other days are looked at. Whoever was too late is told so, beside what is left. */
async function moveByPage(deps: PagesDeps, id: string, { at: text, ...looked }: Moving, { request, reply }: Asking) {
  const { one, service } = await readOwn(deps, id);
  if (one.state !== 'confirmed' || one.sessionId) return to('/b');
  const press = text === undefined ? undefined : readPressed(text);
  const choice = await choiceToMove(deps, service, one, { ...looked, place: press?.where ?? looked.place });
  const draw = (lost?: { at: number; code: string }) =>
    drawTimes(deps, service, { choice, own: movedOf(one), ...(lost ? { lost } : {}) }, request, reply);
  if (text === undefined) return { status: 200 as const, body: await draw(), headers: PRIVATE };
  if (!press) throw unreadable();
  try {
    await moveOwn(deps, one.id, { at: press.at, placeId: one.stopId && choice.place }, ownOf(request));
  } catch (error) {
    if (error instanceof Conflict && error.code === 'booked-already') return to('/b');
    return { status: 409 as const, body: await draw({ at: press.at, code: lossOf(error) }), headers: PRIVATE };
  }
  return to('/b?done=moved');
}

/** Where the appointment is; of a bus, at the stop that is looked at. */
async function choiceToMove(deps: PagesDeps, service: OfferedService, one: AppointmentRow, looked: Looked): Promise<Choice> {
  const own = choiceOf(one);
  const choice = { ...own, ...gone({ ...looked, place: looked.place ?? own.place }) };
  const spot = one.stopId ? await spotOf(deps, service, choice.place) : undefined;
  return spot?.stopId && spot.pointId === one.pointId ? choice : { ...choice, place: own.place };
}
