import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { fileHeaders } from '../../../platform/files/headers.ts';
import { empty, raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { byOf } from '../../identity/service.ts';
import type { Noticing } from '../noticing/types.ts';
import type { MatterDeps } from '../routes.ts';
import { collectingPrintRoutes } from './print-routes.ts';
import { Collecting, CollectingIdentified, CollectingInput } from './schema.ts';
import { endCollecting, identifyCollector, openCollecting, seeCollecting } from './service.ts';
import { openCollectedFile, tellCollected, tellNews } from './telling.ts';

export type CollectingDeps = MatterDeps & { noticing: Noticing; keys: Keyring; files: FileDriver };

const byMessage = z.object({ id, messageId: id });
/** One person's customers come one after another. */
const OPENINGS = { max: 30, windowMs: 600_000 };
const NO_STORE = { 'cache-control': 'no-store' };

export function collectingRoutes(app: FastifyInstance, deps: CollectingDeps): void {
  const { desk, noticing, staff } = deps;

  route(app, {
    method: 'POST',
    url: '/api/collectings',
    summary: 'Open what waits for a customer, by the number and the PIN of their slip, for 15 minutes',
    access: staff,
    body: CollectingInput,
    limit: OPENINGS,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await openCollecting(deps, byOf(call), call.body) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/collectings/:id',
    summary: 'What waits for the customer: messages, news, papers, the path; secret content after identification',
    access: staff,
    params: byId,
    answers: { 200: Collecting },
    handle: async (call) => ({ status: 200, body: await seeCollecting(desk, byOf(call), call.params.id), headers: NO_STORE }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/collectings/:id/identification',
    summary: 'Note that the customer was identified, and how their name compared; one that differs ends it',
    access: staff,
    params: byId,
    body: CollectingIdentified,
    answers: { 204: empty },
    handle: async (call) => identifyCollector(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/collectings/:id/messages/:messageId/told',
    summary: 'Note that a message was read out or given on paper',
    access: staff,
    params: byMessage,
    answers: { 204: empty },
    handle: async (call) => tellCollected(desk, byOf(call), call.params),
  });

  route(app, {
    method: 'PUT',
    url: '/api/collectings/:id/news/told',
    summary: 'Note that what has happened in the matter was told',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => tellNews(noticing, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/collectings/:id/messages/:messageId/files/:fileId',
    summary: 'A file of a message that waits for the customer, to print',
    access: staff,
    params: byMessage.extend({ fileId: id }),
    answers: { 200: raw('application/octet-stream') },
    handle: async (call) => {
      const { file, body } = await openCollectedFile(desk, deps.files, byOf(call), call.params);
      return { status: 200, body, headers: { ...fileHeaders(file, file.name), ...NO_STORE } };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/collectings/:id',
    summary: 'End collecting: nothing of the matter is to be seen any more',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => endCollecting(desk, byOf(call), call.params.id),
  });

  collectingPrintRoutes(app, deps);
}
