import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { LinkInput, MergeInput, SplitInput } from '../schema.ts';
import { linkMatters, mergeMatters, splitMatter, unlinkMatters } from './service.ts';

export function mergingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/merges',
    summary: 'Join another matter into this one',
    access: staff,
    params: byId,
    body: MergeInput,
    answers: { 204: empty },
    handle: async (call) => mergeMatters(desk, byOf(call), call.params.id, call.body.otherId),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/splits',
    summary: 'Open a new matter for some of the needs',
    access: staff,
    params: byId,
    body: SplitInput,
    answers: { 201: z.object({ id, number: z.string() }).meta({ id: 'SplitMatter' }) },
    handle: async (call) => ({ status: 201, body: await splitMatter(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/links',
    summary: 'Link two matters that belong together',
    access: staff,
    params: byId,
    body: LinkInput,
    answers: { 204: empty },
    handle: async (call) => linkMatters(desk, byOf(call), call.params.id, call.body.otherId),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/matters/:id/links/:otherId',
    summary: 'Undo a link between matters',
    access: staff,
    params: z.object({ id, otherId: id }),
    answers: { 204: empty },
    handle: async (call) => unlinkMatters(desk, byOf(call), call.params.id, call.params.otherId),
  });
}
