import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { Package, PackageChange, PackageInput, PackageList, PackageVersions } from './schema.ts';
import { changePackage, createPackage, historyFor, type PackageContext, packageFor, packagesFor } from './service.ts';

export type PackageDeps = PackageContext & StaffAccess;

/** Life-event packages: read by all staff, kept by those who approve what their organisation says. */
export function packageRoutes(app: FastifyInstance, deps: PackageDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/packages',
    summary: 'Life-event packages in use, and one’s own that are not',
    access: staff,
    answers: { 200: PackageList },
    handle: async ({ caller }) => ({ status: 200, body: await packagesFor(deps, caller) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/packages',
    summary: 'Make a life-event package',
    access: staff,
    body: PackageInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(deps.db, call.idempotency, (trx) => createPackage(deps, trx, byOf(call), call.body)),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/packages/:id',
    summary: 'Read a life-event package',
    access: staff,
    params: byId,
    answers: { 200: Package },
    handle: async ({ caller, params }) => ({ status: 200, body: await packageFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/knowledge/packages/:id',
    summary: 'Change a life-event package, or take it out of use',
    access: staff,
    params: byId,
    body: PackageChange,
    answers: { 204: empty },
    handle: async (call) => changePackage(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/packages/:id/versions',
    summary: 'What a life-event package said before, the newest first',
    access: staff,
    params: byId,
    answers: { 200: PackageVersions },
    handle: async ({ caller, params }) => ({ status: 200, body: await historyFor(deps, caller, params.id) }),
  });
}
