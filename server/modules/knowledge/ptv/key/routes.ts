import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import { KeyInput } from './schema.ts';
import { giveKey, type KeyDeps } from './service.ts';

export function directoryKeyRoutes(app: FastifyInstance, deps: KeyDeps & StaffAccess): void {
  route(app, {
    method: 'PUT',
    url: '/api/admin/directory-key',
    summary: 'Give the key by which the national service directory is asked, or take it away; it is never shown again',
    access: deps.staffWith('administrator'),
    body: KeyInput,
    answers: { 204: empty },
    handle: async (call) => giveKey(deps, byOf(call), call.body.key),
  });
}
