import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import { retryQuarantined } from '../taking/quarantine.ts';
import type { MailDeps } from '../types.ts';
import { Mailbox, MailboxChange, MailboxCheck, MailboxInput, MailboxList, QuarantinedMailList, RetriedMail } from './schema.ts';
import { addMailbox, administeredBy, changeMailbox, checkMailbox, keptMailboxes, quarantinedMails } from './service.ts';

export function mailboxRoutes(app: FastifyInstance, deps: MailDeps & StaffAccess): void {
  const access = deps.staffWith('administrator');

  route(app, {
    method: 'GET',
    url: '/api/admin/mailboxes',
    summary: 'The mailboxes of the organisations one administers, and how they do',
    access,
    answers: { 200: MailboxList },
    handle: async (call) => ({ mailboxes: await keptMailboxes(deps, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/mailboxes',
    summary: 'Add a mailbox',
    access,
    body: MailboxInput,
    answers: { 201: Mailbox },
    handle: async (call) => ({ status: 201, body: await addMailbox(deps, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/mailboxes/:id',
    summary: "Change a mailbox's servers, unit, name or habits; or stop it",
    access,
    params: byId,
    body: MailboxChange,
    answers: { 200: Mailbox },
    handle: async (call) => changeMailbox(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/mailboxes/:id/checks',
    summary: "Try a mailbox's connections",
    access,
    params: byId,
    answers: { 200: MailboxCheck },
    handle: async (call) => checkMailbox(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/admin/quarantined-mails',
    summary: 'Mails that could not be taken',
    access,
    answers: { 200: QuarantinedMailList },
    handle: async (call) => ({ mails: await quarantinedMails(deps, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/quarantined-mails/:id/retries',
    summary: 'Try to take a quarantined mail once more',
    access,
    params: byId,
    answers: { 200: RetriedMail },
    handle: async (call) => ({ state: await retryQuarantined(deps, byOf(call), administeredBy(call.caller), call.params.id) }),
  });
}
