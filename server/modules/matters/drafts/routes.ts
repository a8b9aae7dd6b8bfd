import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { DraftBody } from '../schema.ts';
import { dropDraft, keepDraft, readDraft } from './service.ts';

const byPlace = z.object({ place: z.string().regex(/^(new|(matter|request|visit)\.[0-9a-f-]{36})$/) });
const Draft = z.object({ body: DraftBody.nullable(), updatedAt: z.string().nullable() }).meta({ id: 'Draft' });

export function draftRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/drafts/:place',
    summary: 'One’s own unsent text at a place of the desk',
    access: staff,
    params: byPlace,
    answers: { 200: Draft },
    handle: async (call) => (await readDraft(desk, byOf(call), call.params.place)) ?? { body: null, updatedAt: null },
  });

  route(app, {
    method: 'PUT',
    url: '/api/drafts/:place',
    summary: 'Keep an unsent text',
    access: staff,
    params: byPlace,
    body: z.strictObject({ body: DraftBody }).meta({ id: 'DraftInput' }),
    answers: { 204: empty },
    handle: async (call) => keepDraft(desk, byOf(call), call.params.place, call.body.body),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/drafts/:place',
    summary: 'Throw an unsent text away',
    access: staff,
    params: byPlace,
    answers: { 204: empty },
    handle: async (call) => dropDraft(desk, byOf(call), call.params.place),
  });
}
