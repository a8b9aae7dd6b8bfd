import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../../platform/errors.ts';
import { fileHeaders } from '../../../../platform/files/headers.ts';
import { page, raw } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId, id } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { MatterDeps } from '../../routes.ts';
import { AttachedFile } from '../schema.ts';
import { SANDBOX_POLICY } from './html.ts';
import { addUpload, messageAsDocument, openMessageFile, UPLOAD_LIMITS } from './service.ts';
import type { MessageDeps } from './types.ts';

export function messageFileRoutes(app: FastifyInstance, { desk, staff, files }: MatterDeps & MessageDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/files',
    summary: 'Add a file to send with a message',
    access: staff,
    body: z.strictObject({}).optional(),
    uploads: { maxFiles: 1, maxBytes: UPLOAD_LIMITS.maxBytes },
    answers: { 201: AttachedFile },
    handle: async (call) => {
      const [upload] = call.uploads;
      if (!upload) throw new Invalid('file-missing', { fields: ['file'] });
      return { status: 201, body: await addUpload(desk, files, byOf(call), upload) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/messages/:id/files/:fileId',
    summary: 'A file of a message, to save',
    access: staff,
    params: z.object({ id, fileId: id }),
    answers: { 200: raw('application/octet-stream') },
    handle: async (call) => {
      const { file, body } = await openMessageFile(desk, files, byOf(call), call.params.id, call.params.fileId);
      return { status: 200, body, headers: fileHeaders(file, file.name) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/messages/:id/html',
    summary: 'A message as it looked to its sender, for a sandboxed frame',
    access: staff,
    params: byId,
    answers: { 200: page },
    handle: async (call) => ({
      status: 200,
      body: await messageAsDocument(desk, files, byOf(call), call.params.id),
      headers: { 'content-security-policy': SANDBOX_POLICY, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    }),
  });
}
