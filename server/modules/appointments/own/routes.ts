import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { record } from '../../audit/service.ts';
import type { AuditEntry } from '../../audit/types.ts';
import { mayAs } from '../../customers/service.ts';
import { customerEntry } from '../../identity/service.ts';
import type { CustomerCaller, LinkHolder } from '../../identity/types.ts';
import { requireOwnMatter } from '../../matters/own/service.ts';
import type { StepToBook } from '../../matters/types.ts';
import { appointmentSecretOf } from '../booking/secrets.ts';
import { keepAppointment } from '../pages/cookie.ts';
import { type PagesDeps, PRIVATE } from '../pages/deps.ts';
import { comingOne, matterOfStep } from './queries.ts';
import { keepStep, type StepBooker, stepsToBook } from './steps.ts';

export type MatterReaders = { linkHolder: Access<LinkHolder>; customer: Access<CustomerCaller> };

/** From where one's matter stands on to the page of its agreed time. The secret goes into the cookie of `/b` and into no address. */
export function ownTimeRoutes(app: FastifyInstance, deps: PagesDeps & MatterReaders): void {
  route(app, {
    method: 'GET',
    url: '/a/appointments/:id',
    summary: 'On to the page of an agreed time of one’s matter, behind its link',
    access: deps.linkHolder,
    params: byId,
    answers: { 303: empty },
    handle: async ({ caller, params, request, reply }) => {
      // With a slip one may sit at everybody's computer, where what is opened must close by itself.
      if (caller.originId !== null) throw new NotFound();
      const looked = { requestId: request.id, actorKind: 'link' as const };
      return open(deps, reply, params.id, looked, async (matterId) => {
        if (matterId !== caller.matterId) throw new NotFound();
      });
    },
  });

  route(app, {
    method: 'GET',
    url: '/my/appointments/:id',
    summary: 'On to the page of an agreed time of a matter of one’s own',
    access: deps.customer,
    params: byId,
    answers: { 303: empty },
    handle: async ({ caller, params, request, reply }) => {
      const { customerId: _, ...looked } = customerEntry(caller, request.id);
      return open(deps, reply, params.id, looked, (matterId) => requireOwnMatter(deps.db, caller, matterId));
    },
  });

  route(app, {
    method: 'GET',
    url: '/a/steps/:id/booking/:service',
    summary: 'On to the free times for the next step of one’s matter, behind its link',
    access: deps.linkHolder,
    params: stepPlace,
    answers: { 303: empty },
    handle: async ({ caller, params, reply }) => {
      if (caller.originId !== null) throw new NotFound();
      return begin(deps, reply, await stepsToBook(deps.db, caller.matterId, false), params, { kind: 'link' });
    },
  });

  route(app, {
    method: 'GET',
    url: '/my/steps/:id/booking/:service',
    summary: 'On to the free times for the next step of a matter of one’s own',
    access: deps.customer,
    params: stepPlace,
    answers: { 303: empty },
    handle: async ({ caller, params, reply }) => {
      const matterId = await matterOfStep(deps.db, params.id);
      if (!matterId) throw new NotFound();
      await requireOwnMatter(deps.db, caller, matterId);
      if (!mayAs(caller, 'write')) throw new NotFound();
      const by = { kind: 'customer' as const, customerId: caller.customerId, onBehalfOf: caller.actingFor?.customerId };
      return begin(deps, reply, await stepsToBook(deps.db, matterId, true), params, by);
    },
  });
}

const stepPlace = z.object({ id, service: id });

/** On to the free times of what can be booked for the next step. @throws NotFound where it cannot, or any more */
async function begin(deps: PagesDeps, reply: FastifyReply, offered: readonly StepToBook[], at: z.output<typeof stepPlace>, by: StepBooker) {
  const one = offered.find(({ stepId, serviceId }) => stepId === at.id && serviceId === at.service);
  if (!one) throw new NotFound();
  keepStep(reply, deps, one, by);
  return { status: 303 as const, headers: { ...PRIVATE, location: `/book/place?service=${one.serviceId}` } };
}

type Looked = Pick<AuditEntry, 'requestId' | 'actorKind'> & Partial<AuditEntry>;

/**
 * Audited as any look at a matter of one's own is: no entry, no way in. Whoever holds the secret of the time alone is nobody to write down.
 * @throws NotFound for one that is over, of no matter, or of somebody else's
 */
async function open(deps: PagesDeps, reply: FastifyReply, id: string, looked: Looked, requireTheirs: (matterId: string) => Promise<void>) {
  const one = await comingOne(deps.db, id, deps.clock.now());
  if (!one?.matterId) throw new NotFound();
  await requireTheirs(one.matterId);
  const secret = appointmentSecretOf(deps.keys, id, one.secretHash);
  if (!secret) throw new NotFound();
  const { matterId, customerId, ownerOrg } = one;
  const about = { matterId, ...(customerId ? { customerId } : {}), ownerOrg, subjects: [id] };
  const entry = { action: 'appointment.own-opened', purpose: 'own-matter', ...about };
  await inTransaction(deps.db, (trx) => record(trx, { ...looked, ...entry }));
  keepAppointment(reply, deps, secret);
  return { status: 303 as const, headers: { ...PRIVATE, location: '/b' } };
}
