import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { DirectoryDeps } from '../routes.ts';
import { Organisation, OrganisationChange, OrganisationInput, OrganisationList } from './schema.ts';
import { changeOrganisation, createOrganisation, keptOrganisations } from './service.ts';

export function organisationRoutes(app: FastifyInstance, { db, staffWith }: DirectoryDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/admin/organisations',
    summary: 'The organisations whose details one keeps, ended ones too',
    access: staffWith('administrator'),
    answers: { 200: OrganisationList },
    handle: async (call) => ({ organisations: await keptOrganisations(db, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/organisations',
    summary: 'Add an organisation',
    access: staffWith('administrator'),
    body: OrganisationInput,
    answers: { 201: Organisation },
    handle: async (call) => ({ status: 201, body: await createOrganisation(db, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/organisations/:id',
    summary: "Change an organisation's names, validity or successor",
    access: staffWith('administrator'),
    params: byId,
    body: OrganisationChange,
    answers: { 200: Organisation },
    handle: async (call) => changeOrganisation(db, byOf(call), call.params.id, call.body),
  });
}
