import type { FastifyInstance } from 'fastify';
import { route } from '../../platform/http/route.ts';
import { byOf } from '../identity/service.ts';
import type { StaffAccess } from '../identity/types.ts';
import { FaultList, FaultPlace, FaultRetry } from './schema.ts';
import { type OperationsDeps, readFaults, tryAgain } from './service.ts';

export function operationsRoutes(app: FastifyInstance, deps: OperationsDeps & StaffAccess): void {
  const access = deps.staffWith('administrator');

  route(app, {
    method: 'GET',
    url: '/api/admin/faults',
    summary: 'Jobs and reactions that were given up; for the region’s own administrators',
    access,
    answers: { 200: FaultList },
    handle: async (call) => ({ faults: await readFaults(deps, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/faults/:kind/:id/retries',
    summary: 'Try given-up work once more',
    access,
    params: FaultPlace,
    answers: { 200: FaultRetry },
    handle: async (call) => ({ state: await tryAgain(deps, byOf(call), call.params) }),
  });
}
