import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { fileHeaders } from '../../../../platform/files/headers.ts';
import { raw } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { id } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { MessageDeps } from '../../messages/files/types.ts';
import type { MatterDeps } from '../../routes.ts';
import { openAnswerFile } from './service.ts';

export function answerFileRoutes(app: FastifyInstance, { desk, staff, files }: MatterDeps & MessageDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/requests/:id/files/:fileId',
    summary: 'A file given with an answer, to save',
    access: staff,
    params: z.object({ id, fileId: id }),
    answers: { 200: raw('application/octet-stream') },
    handle: async (call) => {
      const { file, body } = await openAnswerFile(desk, files, byOf(call), call.params.id, call.params.fileId);
      return { status: 200, body, headers: fileHeaders(file, file.name) };
    },
  });
}
