import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { createdOnce } from '../../../../platform/http/idempotency.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Floor } from '../../types.ts';
import { AlarmEnd, AlarmList, EndedAlarm } from './schema.ts';
import { alarmsAt, comeTo, endAlarm, raiseAlarm } from './service.ts';

/** Silent alarms, among those who are at the point now. */
export function alarmRoutes(app: FastifyInstance, deps: Floor & StaffAccess): void {
  const { staff, db } = deps;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/alarms',
    summary: 'Silent alarms of the others at the point, and whether one’s own has been heard',
    access: staff,
    params: byId,
    answers: { 200: AlarmList },
    handle: async ({ caller, params }) => ({ status: 200, body: await alarmsAt(deps, caller, params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/alarms',
    summary: 'Call the others to one’s counter without a sound',
    access: staff,
    params: byId,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => raiseAlarm(deps, trx, byOf(call), call.params.id)),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/alarms/:id/coming',
    summary: 'Say that one is coming',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => comeTo(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/alarms/:id/end',
    summary: 'End an alarm; a draft for the log is left behind, but of one’s own that was raised by mistake',
    access: staff,
    params: byId,
    body: AlarmEnd.optional(),
    answers: { 200: EndedAlarm },
    handle: async (call) => ({ status: 200, body: await endAlarm(deps, byOf(call), call.params.id, call.body?.mistaken) }),
  });
}
