import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import type { Floor } from '../types.ts';
import { alarmRoutes } from './alarms/routes.ts';
import { importReports, REPORT_BYTES } from './importing/service.ts';
import { DisturbanceChange, DisturbanceInput, DisturbanceLog, FeedbackInput, FeedbackList, Imported, Keeping, LogQuery } from './schema.ts';
import { changeDisturbance, disturbancesOf, feedbackFor, keepFor, noteFeedback, writeDisturbance } from './service.ts';

/** The log of disturbances and threats: about deeds and places, never about whom. */
export function disturbanceRoutes(app: FastifyInstance, deps: Floor & StaffAccess): void {
  const { staff, db } = deps;
  alarmRoutes(app, deps);

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/disturbances',
    summary: 'The disturbance log of a point; for most of those who work there, what they wrote or were present at',
    access: staff,
    params: byId,
    query: LogQuery,
    answers: { 200: DisturbanceLog },
    handle: async ({ caller, params, query }) => ({ status: 200, body: await disturbancesOf(deps, caller, params.id, query.after) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/disturbances',
    summary: 'Write down a disturbance, without anybody’s name',
    access: staff,
    params: byId,
    body: DisturbanceInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => writeDisturbance(deps, trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/disturbances/:id',
    summary: 'Change an entry of the log, or what follows from it',
    access: staff,
    params: byId,
    body: DisturbanceChange,
    answers: { 204: empty },
    handle: async (call) => changeDisturbance(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/points/:id/disturbance-keeping',
    summary: 'How long the point keeps its log',
    access: staff,
    params: byId,
    body: Keeping,
    answers: { 204: empty },
    handle: async (call) => keepFor(deps, byOf(call), call.params.id, call.body.months),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/disturbance-imports',
    summary: 'Take in the guarding company’s reports from a CSV file',
    access: staff,
    params: byId,
    body: z.strictObject({}).optional(),
    uploads: { maxFiles: 1, maxBytes: REPORT_BYTES },
    answers: { 200: Imported },
    handle: async (call) => {
      const [upload] = call.uploads;
      if (!upload) throw new Invalid('file-missing', { fields: ['file'] });
      return { status: 200, body: await importReports(deps, byOf(call), call.params.id, upload.path) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/spoken-feedback',
    summary: 'What visitors have said aloud, as noted by guards',
    access: staff,
    params: byId,
    answers: { 200: FeedbackList },
    handle: async ({ caller, params }) => ({ status: 200, body: await feedbackFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/spoken-feedback',
    summary: 'Note what a visitor said of the service: the words, not the person',
    access: staff,
    params: byId,
    body: FeedbackInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) =>
      createdOnce(db, call.idempotency, (trx) => noteFeedback(deps, trx, byOf(call), call.params.id, call.body.words)),
  });
}
