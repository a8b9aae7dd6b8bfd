import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { changeMessage } from './changing/service.ts';
import { messageFileRoutes } from './files/routes.ts';
import type { MessageDeps } from './files/types.ts';
import { MessageChange, MessageInput, OutgoingPreview } from './schema.ts';
import { outgoingPreview, writeMessage } from './service.ts';

export function messageRoutes(app: FastifyInstance, deps: MatterDeps & MessageDeps): void {
  const { desk, staff } = deps;

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/messages',
    summary: 'Write a note or a message to the customer',
    access: staff,
    params: byId,
    body: MessageInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const written = await once(
        desk.db,
        call.idempotency,
        async (trx) => {
          const value = await writeMessage(desk, trx, byOf(call), call.params.id, call.body);
          return { resourceId: value.id, status: 201, value };
        },
        async (id) => ({ id }),
      );
      return { status: 201, body: written.value };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/outgoing-preview',
    summary: 'What exactly would leave, and to whom',
    access: staff,
    params: byId,
    body: MessageInput,
    answers: { 200: OutgoingPreview },
    handle: async (call) => outgoingPreview(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/messages/:id',
    summary: 'Take a message back, hurry it, send it again or note that it was told',
    access: staff,
    params: byId,
    body: MessageChange,
    answers: { 204: empty },
    handle: async (call) => changeMessage(desk, byOf(call), call.params.id, call.body.state),
  });

  messageFileRoutes(app, deps);
}
