import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { OrderChange, OrderInput, OrderList, OrderTasks } from './schema.ts';
import { changeOrder, matterOrders, orderLanguage, orderTasks } from './service.ts';

export function orderRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/orders',
    summary: 'Interpreters and sign-language services still to be ordered or seen done, the soonest first',
    access: staff,
    answers: { 200: OrderTasks },
    handle: async (call) => ({ status: 200, body: await orderTasks(desk, byOf(call)) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/matters/:id/orders',
    summary: 'The interpreters and sign-language services ordered for a matter',
    access: staff,
    params: byId,
    answers: { 200: OrderList },
    handle: async (call) => ({ status: 200, body: await matterOrders(desk, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/orders',
    summary: 'Have an interpreter or a sign-language service ordered for an occasion',
    access: staff,
    params: byId,
    body: OrderInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const done = await once(
        desk.db,
        call.idempotency,
        async (trx) => {
          const value = await orderLanguage(desk, trx, byOf(call), call.params.id, call.body);
          return { resourceId: value.id, status: 201, value };
        },
        async (id) => ({ id }),
      );
      return { status: 201, body: done.value };
    },
  });

  route(app, {
    method: 'PATCH',
    url: '/api/orders/:id',
    summary: 'Take an order on, settle it or correct it',
    access: staff,
    params: byId,
    body: OrderChange,
    answers: { 204: empty },
    handle: async (call) => changeOrder(desk, byOf(call), call.params.id, call.body),
  });
}
