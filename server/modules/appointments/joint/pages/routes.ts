import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict } from '../../../../platform/errors.ts';
import { empty, page, raw } from '../../../../platform/http/answers.ts';
import type { IdempotencyKey } from '../../../../platform/http/idempotency-key.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { id } from '../../../../platform/http/shapes.ts';
import { localeOf, rememberWish, variantFor, viewFor } from '../../../site/service.ts';
import { Confirmation } from '../../booking/schema.ts';
import { cancelOwn } from '../../booking/service.ts';
import { ownOf } from '../../own/trail.ts';
import { OPENINGS, type PagesDeps, PRIVATE, to } from '../../pages/deps.ts';
import { faultsOf } from '../../pages/faults.ts';
import type { JointBooker } from '../access.ts';
import { jointCalendarOf } from '../calendar.ts';
import { cancelJoint, confirmJoint, requirePart } from '../service.ts';
import { keepJoint, openingJointAccess, ownJointAccess } from './cookie.ts';
import { drawJoint } from './draw.ts';
import { jointCancellationPage } from './own-page.ts';
import { readWhole } from './whole.ts';

const Form = z.strictObject({ name: z.string().max(300), email: z.string().max(300), phone: z.string().max(300) });

/** One's own visit of several services, or course: seen, agreed, cancelled whole or in part. */
export function jointPageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownJointAccess(deps);

  route(app, {
    method: 'GET',
    url: '/b/together/:secret',
    summary: 'Open the page of a visit or course: moves its secret into a cookie and goes there',
    access: openingJointAccess(deps),
    params: z.object({ secret: z.string() }),
    limit: OPENINGS,
    answers: { 303: empty },
    handle: async ({ params, reply }) => {
      keepJoint(reply, deps, params.secret);
      return to('/b/together');
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/together',
    summary: 'One’s visit or course; while it is held, where one says who comes',
    access,
    query: z.looseObject({ done: z.enum(['booked', 'changed', 'told', 'come']).optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      const body = await drawJoint(deps, caller.jointId, { done: query.done ?? null }, request, reply);
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/together/confirmation',
    summary: 'Say who comes: all that is held is agreed',
    access,
    form: true,
    body: Form,
    idempotency: 'required',
    lasting: true,
    answers: { 303: empty, 409: page, 422: page },
    handle: (call) => agree(deps, call),
  });

  route(app, {
    method: 'POST',
    url: '/b/together/release',
    summary: 'Let go of what is held',
    access,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty },
    handle: async ({ caller, request }) => {
      const { joint, state } = await readWhole(deps, caller.jointId);
      if (state === 'held') await cancelJoint(deps, caller.jointId, ownOf(request));
      return to(joint.kind === 'visit' ? '/book/visit' : '/book/courses');
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/together/cancellation',
    summary: 'Asks whether one really cancels, all or one part',
    access,
    query: z.looseObject({ part: id.optional().catch(undefined) }),
    answers: { 200: page, 303: empty },
    handle: async ({ caller, query, request, reply }) => {
      rememberWish(request, reply);
      const whole = await readWhole(deps, caller.jointId);
      if (whole.state !== 'confirmed') return to('/b/together');
      const view = await viewFor(deps, request);
      return { status: 200, body: jointCancellationPage(view, whole, query.part, formToken(request, reply)), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/together/cancellation',
    summary: 'Cancel all that is to come, or one part',
    access,
    form: true,
    body: z.strictObject({ part: id.optional() }),
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      const own = ownOf(request);
      try {
        if (body.part) await requirePart(deps, caller.jointId, body.part);
        await (body.part ? cancelOwn(deps, body.part, own) : cancelJoint(deps, caller.jointId, own));
      } catch (error) {
        // They have come meanwhile: the page says so.
        if (!(error instanceof Conflict)) throw error;
        return to('/b/together');
      }
      return to(body.part ? '/b/together?done=changed' : '/b/together');
    },
  });

  route(app, {
    method: 'GET',
    url: '/b/together/calendar.ics',
    summary: 'One’s visit or course for one’s calendar, in neutral words (RFC 5545)',
    access,
    answers: { 200: raw('text/calendar; charset=utf-8') },
    handle: async ({ caller, request }) => {
      const { joint, parts, points } = await readWhole(deps, caller.jointId);
      const body = jointCalendarOf(deps, joint, parts, points, localeOf(variantFor(request)));
      return { status: 200, body, headers: { ...PRIVATE, 'content-disposition': 'attachment; filename="aika.ics"' } };
    },
  });
}

type Call = {
  caller: JointBooker;
  body: z.output<typeof Form>;
  idempotency: IdempotencyKey | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** Who comes is shown again as it was typed until it can be read; what was lost meanwhile is told on the same page. */
async function agree(deps: PagesDeps, { caller, body, idempotency, request, reply }: Call) {
  const read = Confirmation.safeParse({ name: body.name, email: body.email.trim() || null, phone: body.phone.trim() || null });
  const draw = (faults: ReturnType<typeof faultsOf>) => drawJoint(deps, caller.jointId, { sent: { form: body, faults } }, request, reply);
  if (!read.success) {
    const faults = faultsOf(
      body,
      read.error.issues.map(({ path }) => String(path[0])),
    );
    return { status: 422 as const, body: await draw(faults), headers: PRIVATE };
  }
  try {
    await confirmJoint(deps, idempotency, caller.jointId, read.data);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const faults = error.code === 'too-many-booked' ? [{ field: 'name', code: error.code }] : [];
    return { status: 409 as const, body: await draw(faults), headers: PRIVATE };
  }
  return to('/b/together?done=booked');
}
