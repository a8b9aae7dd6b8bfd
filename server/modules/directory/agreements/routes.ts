import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { DirectoryDeps } from '../routes.ts';
import { Agreement, AgreementChange, AgreementInput, AgreementList } from './schema.ts';
import { changeAgreement, createAgreement, keptAgreements } from './service.ts';

export function agreementRoutes(app: FastifyInstance, { db, staffWith }: DirectoryDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/admin/agreements',
    summary: 'The agreements in which an organisation one keeps is a party',
    access: staffWith('administrator'),
    answers: { 200: AgreementList },
    handle: async (call) => ({ agreements: await keptAgreements(db, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/agreements',
    summary: 'Enter an agreement on what a provider may do for a principal',
    access: staffWith('administrator'),
    body: AgreementInput,
    answers: { 201: Agreement },
    handle: async (call) => ({ status: 201, body: await createAgreement(db, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/agreements/:id',
    summary: "Change an agreement's tasks, wording or validity",
    access: staffWith('administrator'),
    params: byId,
    body: AgreementChange,
    answers: { 200: Agreement },
    handle: async (call) => changeAgreement(db, byOf(call), call.params.id, call.body),
  });
}
