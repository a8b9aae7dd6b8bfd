import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../../platform/http/answers.ts';
import { route } from '../../../../../platform/http/route.ts';
import { byId } from '../../../../../platform/http/shapes.ts';
import { byOf } from '../../../../identity/service.ts';
import type { StaffAccess } from '../../../../identity/types.ts';
import type { Booking } from '../../../types.ts';
import { Block, BlockInput, Settled, Settling } from './schema.ts';
import { addBlock, readBlock, removeBlock, settle } from './service.ts';

/** Time in which no customer is taken, and what becomes of those who are booked in it. */
export function blockRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access } = booking;

  route(app, {
    method: 'POST',
    url: '/api/booking/resources/:id/blocks',
    summary: 'Keep time free of customers; who is booked in it stays until moved, and is named by the block',
    access,
    params: byId,
    body: BlockInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => addBlock(booking, call.idempotency, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/blocks/:id',
    summary: 'A block, with who must be moved and a proposal for each',
    access,
    params: byId,
    answers: { 200: Block },
    handle: async ({ caller, params }) => ({ status: 200, body: await readBlock(booking, caller, params.id) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/booking/blocks/:id',
    summary: 'Open the time to customers again',
    access,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => removeBlock(booking, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/blocks/:id/settled',
    summary:
      'See to one who is booked in the block: others at the same time, another time, or the customer is asked to choose; repeated, it is done once',
    access,
    params: byId,
    body: Settling,
    answers: { 200: Settled },
    handle: async (call) => ({ status: 200, body: { outcome: await settle(booking, byOf(call), call.params.id, call.body) } }),
  });
}
