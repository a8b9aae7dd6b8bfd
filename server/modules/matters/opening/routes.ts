import type { FastifyInstance } from 'fastify';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { MatterInput, OpenedMatter } from '../schema.ts';
import { frontUnitOf } from './front-unit.ts';
import { openedBefore } from './queries.ts';
import { openMatter } from './service.ts';

export function openingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters',
    summary: 'Open a matter from a contact noted at the desk',
    access: staff,
    body: MatterInput,
    answers: { 201: OpenedMatter },
    idempotency: 'required',
    handle: async (call) => {
      const by = byOf(call);
      const unit = await frontUnitOf(desk, by);
      const opened = await once(
        desk.db,
        call.idempotency,
        async (trx, keyRow) => {
          const value = await openMatter(desk, trx, by, unit, call.body, (id) => keyRow(id, 201));
          return { resourceId: value.id, status: 201, value };
        },
        (id) => openedBefore(desk.db, id),
      );
      return { status: 201, body: opened.value };
    },
  });
}
