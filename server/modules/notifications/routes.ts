import type { FastifyInstance } from 'fastify';
import { route } from '../../platform/http/route.ts';
import { byId } from '../../platform/http/shapes.ts';
import { byOf } from '../identity/service.ts';
import type { StaffAccess } from '../identity/types.ts';
import { Template, TemplateChange, TemplateInput, TemplateList } from './schema.ts';
import { changeTemplate, createTemplate, keptTemplates, type TemplateContext, usableTemplates } from './service.ts';

export type NotificationsDeps = TemplateContext & StaffAccess;

export function notificationsRoutes(app: FastifyInstance, deps: NotificationsDeps): void {
  const { db, staff, staffWith } = deps;

  route(app, {
    method: 'GET',
    url: '/api/templates',
    summary: 'The texts one may use in answers, instructions and notices',
    access: staff,
    answers: { 200: TemplateList },
    handle: async ({ caller }) => ({ templates: await usableTemplates(db, caller) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/admin/templates',
    summary: 'The common texts and those of the organisations one keeps',
    access: staffWith('administrator'),
    answers: { 200: TemplateList },
    handle: async (call) => ({ templates: await keptTemplates(db, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/templates',
    summary: 'Add a text',
    access: staffWith('administrator'),
    body: TemplateInput,
    answers: { 201: Template },
    handle: async (call) => ({ status: 201, body: await createTemplate(deps, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/templates/:id',
    summary: 'Change a text, or take it out of use',
    access: staffWith('administrator'),
    params: byId,
    body: TemplateChange,
    answers: { 200: Template },
    handle: async (call) => changeTemplate(deps, byOf(call), call.params.id, call.body),
  });
}
