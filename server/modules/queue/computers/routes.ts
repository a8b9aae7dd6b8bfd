import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { deviceAccess } from '../devices/access.ts';
import { Period } from '../figures/schema.ts';
import type { Floor } from '../types.ts';
import { computerAnswers } from './answers.ts';
import { Computer, ComputerAnswers, HelpCalls, SessionEnd } from './schema.ts';
import { beginSitting, callForHelp, cancelHelp, computerSelf, endSitting, finishCall, helpCallsAt, takeCall } from './service.ts';
import { wipeBrowser } from './wiping.ts';

/** Self-service computers, and the calls for help from them. */
export function computerRoutes(app: FastifyInstance, deps: Floor & StaffAccess & { publicUrl: string }): void {
  const access = deviceAccess(deps, 'computer');

  route(app, {
    method: 'GET',
    url: '/api/device/computer',
    summary: 'What the computer is called, whether somebody sits at it, and whether help is on the way',
    access,
    answers: { 200: Computer },
    handle: async ({ caller }) => ({ status: 200, body: await computerSelf(deps, caller) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/device/computer/session',
    summary: 'Somebody sat down',
    access,
    answers: { 204: empty },
    handle: async ({ caller }) => beginSitting(deps, caller),
  });

  route(app, {
    method: 'PUT',
    url: '/api/device/computer/session/end',
    summary: 'Somebody leaves, and may have said whether they got it done; the browser forgets what this origin kept',
    access,
    body: SessionEnd,
    answers: { 204: empty },
    handle: async ({ caller, body, request, reply }) => {
      await endSitting(deps, caller, body);
      await wipeBrowser(deps, request, reply);
      return { status: 204 };
    },
  });

  route(app, {
    method: 'PUT',
    url: '/api/device/computer/help',
    summary: 'Call an advisor to this computer',
    access,
    answers: { 204: empty },
    handle: async ({ caller }) => callForHelp(deps, caller),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/device/computer/help',
    summary: 'Help is no longer needed',
    access,
    answers: { 204: empty },
    handle: async ({ caller }) => cancelHelp(deps, caller),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/help-calls',
    summary: 'Self-service computers whose user waits for an advisor, or to which one goes oneself',
    access: deps.staff,
    params: byId,
    answers: { 200: HelpCalls },
    handle: async ({ caller, params }) => ({ status: 200, body: await helpCallsAt(deps, caller, params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/help-calls/:id/taker',
    summary: 'Go and help: the call is one’s own',
    access: deps.staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => takeCall(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/help-calls/:id/end',
    summary: 'The help one went to give has been given',
    access: deps.staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => finishCall(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/computer-answers',
    summary: 'How sittings at the point’s computers ended, of the whole point; few ones untold',
    access: deps.staff,
    params: byId,
    query: Period,
    answers: { 200: ComputerAnswers },
    handle: async ({ caller, params, query }) => ({ status: 200, body: await computerAnswers(deps, caller, params.id, query) }),
  });
}
