import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { fileHeaders } from '../../../platform/files/headers.ts';
import { empty, raw } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MessageDeps } from '../messages/files/types.ts';
import type { MatterDeps } from '../routes.ts';
import { addCustody } from './custody.ts';
import { DOCUMENT_FILES } from './files/limits.ts';
import { addFile, openFile, removeFile } from './files/service.ts';
import { listDocuments, matterDocuments, readDocument } from './reading.ts';
import { receiptRoutes } from './receipt/routes.ts';
import { CustodyInput, DocumentFile, DocumentInput, DocumentList, DocumentPage, DocumentQuery, MatterDocuments } from './schema.ts';
import { receiveDocument } from './service.ts';

const ofFile = z.object({ id, fileId: id });

export function documentRoutes(app: FastifyInstance, deps: MatterDeps & MessageDeps): void {
  const { desk, staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/documents',
    summary: 'What papers lie where, and which should be given back',
    access: staff,
    query: DocumentQuery,
    answers: { 200: DocumentList },
    handle: async (call) => listDocuments(desk, byOf(call), call.query),
  });

  route(app, {
    method: 'GET',
    url: '/api/matters/:id/documents',
    summary: 'The papers of a matter that the caller may see',
    access: staff,
    params: byId,
    answers: { 200: MatterDocuments },
    handle: async (call) => matterDocuments(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/documents',
    summary: 'Receive a paper at a desk',
    access: staff,
    params: byId,
    body: DocumentInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const received = await once(
        desk.db,
        call.idempotency,
        async (trx) => {
          const value = await receiveDocument(desk, trx, byOf(call), call.params.id, call.body);
          return { resourceId: value.id, status: 201, value };
        },
        async (id) => ({ id }),
      );
      return { status: 201, body: received.value };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/documents/:id',
    summary: 'A paper with its chain of custody',
    access: staff,
    params: byId,
    answers: { 200: DocumentPage },
    handle: async (call) => readDocument(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'POST',
    url: '/api/documents/:id/events',
    summary: 'Move a paper, hand it on, sign for it, pass it on to the right authority or give it back',
    access: staff,
    params: byId,
    body: CustodyInput,
    answers: { 204: empty },
    handle: async (call) => addCustody(desk, byOf(call), call.params.id, call.body),
  });

  fileRoutes(app, deps);
  receiptRoutes(app, deps);
}

function fileRoutes(app: FastifyInstance, { desk, staff, files }: MatterDeps & MessageDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/documents/:id/files',
    summary: 'Add a photo or a scan of a paper; what a picture tells besides the paper is taken off',
    access: staff,
    params: byId,
    body: z.strictObject({}).optional(),
    uploads: { maxFiles: 1, maxBytes: DOCUMENT_FILES.maxBytes },
    answers: { 201: DocumentFile },
    handle: async (call) => {
      const [upload] = call.uploads;
      if (!upload) throw new Invalid('file-missing', { fields: ['file'] });
      return { status: 201, body: await addFile(desk, files, byOf(call), call.params.id, upload) };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/documents/:id/files/:fileId',
    summary: 'A photo or a scan of a paper, to save',
    access: staff,
    params: ofFile,
    answers: { 200: raw('application/octet-stream') },
    handle: async (call) => {
      const { file, body } = await openFile(desk, files, byOf(call), call.params.id, call.params.fileId);
      return { status: 200, body, headers: fileHeaders(file, file.name) };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/documents/:id/files/:fileId',
    summary: 'Take a picture off a paper it does not belong to',
    access: staff,
    params: ofFile,
    answers: { 204: empty },
    handle: async (call) => removeFile(desk, byOf(call), call.params.id, call.params.fileId),
  });
}
