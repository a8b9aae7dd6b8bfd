import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { empty, raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { PieceOf, RecordingList } from './schema.ts';
import { listenTo, putRecording, RECORDING_BYTES, recordingsFor, removeRecording } from './service.ts';
import type { Speaking } from './speech.ts';

/** Played in our own pages only, never run. */
export const soundHeaders = (type: string): Record<string, string> => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
});

/** A point's own voice for its calls, piece by piece. */
export function recordingRoutes(app: FastifyInstance, deps: Speaking & StaffAccess): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/recordings',
    summary: 'What spoken calls are put together of, and which pieces are recorded',
    access: staff,
    params: byId,
    answers: { 200: RecordingList },
    handle: async ({ caller, params }) => ({ status: 200, body: await recordingsFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/recordings/:language/:piece',
    summary: 'A piece of a call as displays say it: the recording, or the machine’s voice',
    access: staff,
    params: PieceOf,
    answers: { 200: raw('audio/wav') },
    handle: async ({ caller, params }) => {
      const { type, body } = await listenTo(deps, caller, params);
      return { status: 200, body, headers: { ...soundHeaders(type), 'cache-control': 'no-store' } };
    },
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/points/:id/recordings/:language/:piece',
    summary: 'Record a piece of a call in a voice of the point’s own',
    access: staff,
    params: PieceOf,
    body: z.strictObject({}).optional(),
    uploads: { maxFiles: 1, maxBytes: RECORDING_BYTES },
    answers: { 204: empty },
    handle: async (call) => {
      const [upload] = call.uploads;
      if (!upload) throw new Invalid('file-missing', { fields: ['file'] });
      return putRecording(deps, byOf(call), call.params, upload);
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/queue/points/:id/recordings/:language/:piece',
    summary: 'Take a recording away: the machine’s voice says the piece again',
    access: staff,
    params: PieceOf,
    answers: { 204: empty },
    handle: async (call) => removeRecording(deps, byOf(call), call.params),
  });
}
