import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byOf } from '../../../identity/service.ts';
import type { By, StaffAccess } from '../../../identity/types.ts';
import { jointAddress } from '../../joint/letters.ts';
import { jointOf } from '../../joint/queries.ts';
import { needsIn } from '../../special-needs.ts';
import { rangeOf, shownVisit } from '../../visits/other-times.ts';
import { VisitTimes, VisitTimesQuery } from '../../visits/schema.ts';
import { readOfJoint, type StaffDeps } from '../booking/reading.ts';
import { StaffVisit, StaffVisitInput } from './schema.ts';
import { bookVisit, staffVisitTimes } from './service.ts';

/** A visit of several services, booked for a customer. */
export function staffVisitRoutes(app: FastifyInstance, deps: StaffDeps & StaffAccess): void {
  const access = deps.staff;

  route(app, {
    method: 'GET',
    url: '/api/booking/visit-times',
    summary: 'When several services that staff may book can be given one after another, also at shorter notice than anybody',
    access,
    query: VisitTimesQuery,
    answers: { 200: VisitTimes },
    handle: async ({ caller, query }) => {
      const { services: bookableIds, place: pointId, from, until, needs, interpreterLanguage, language = null, people = 1 } = query;
      const wish = { bookableIds, pointId, needs: await needsIn(deps.db, needs), interpreterLanguage, language, people };
      const visits = await staffVisitTimes(deps, caller, wish, rangeOf({ from, until }));
      return { status: 200, body: { visits: visits.map(shownVisit) } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/visits',
    summary:
      'Book several services on one visit for a customer: all or none, agreed at once, told as one, and each on the path of their matter',
    access,
    body: StaffVisitInput,
    answers: { 201: StaffVisit },
    idempotency: 'required',
    handle: async (call) => {
      const id = await bookVisit(deps, byOf(call), call.idempotency, call.body);
      return { status: 201, body: await shownWhole(deps, byOf(call), id) };
    },
  });
}

async function shownWhole(deps: StaffDeps, by: By, id: string): Promise<StaffVisit> {
  const joint = await jointOf(deps.db, id);
  return { id, page: joint ? jointAddress(deps, joint) : '', parts: await readOfJoint(deps, by, id) };
}
