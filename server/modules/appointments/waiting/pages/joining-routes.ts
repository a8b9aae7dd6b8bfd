import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict } from '../../../../platform/errors.ts';
import { anyone } from '../../../../platform/http/access.ts';
import { empty, page } from '../../../../platform/http/answers.ts';
import { newOnce } from '../../../../platform/http/idempotency-key.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { type FieldFault, localeOf, rememberWish, variantFor, viewFor } from '../../../site/service.ts';
import { openContact } from '../../booking/contact.ts';
import { ChoiceForm, ChoiceQuery } from '../../pages/choice.ts';
import { ownAppointmentAccess } from '../../pages/cookie.ts';
import { type PagesDeps, PRIVATE, READS, to } from '../../pages/deps.ts';
import { readOwn } from '../../pages/draw-own.ts';
import { offered } from '../../pages/offers.ts';
import { spanWords } from '../../pages/words.ts';
import { protectedAmong } from '../../protected.ts';
import { bookingPlaces } from '../../stops/places.ts';
import { waitForEarlier } from '../earlier.ts';
import { joinLine } from '../service.ts';
import { servingInAnother } from '../tongues.ts';
import { EarlierForm, EVERY_WEEKDAY, JoinForm, readContact, readEmail, readWhen, readWhere } from './form.ts';
import { earlierPage, type JoinText, joinedPage, joinPage } from './join-page.ts';

/** Per address, and a library's whole hall is one. */
const JOINS = { max: 30, windowMs: 60_000 };
const toJoined = { status: 303 as const, headers: { ...PRIVATE, location: '/book/waiting/joined' } };

/** Joining the line of a service. */
export function joiningRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const pointsOf = async (serviceId: string) => (await bookingPlaces(deps, serviceId)).filter(({ stopId }) => stopId === null);
  const fresh = (choice: z.output<typeof ChoiceQuery> & { needs: string[]; language: string }, points: readonly string[]): JoinText => {
    const places = choice.place === 'any' ? [...points] : [choice.place];
    return { ...EVERY_WEEKDAY, places, language: choice.language, needs: choice.needs, name: '', email: '', phone: '' };
  };
  const draw = async (
    service: string,
    form: JoinText | ((points: string[]) => JoinText),
    faults: FieldFault[],
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    rememberWish(request, reply);
    const it = await offered(deps, service);
    const points = await pointsOf(it.id);
    const view = { ...(await viewFor(deps, request)), path: '/book/waiting' };
    const written = typeof form === 'function' ? form(points.map(({ id }) => id)) : form;
    const pointIds = points.map(({ id }) => id).filter((id) => written.places.includes(id));
    const another = await servingInAnother(deps, { bookableId: it.id, pointIds, needs: written.needs, language: written.language });
    const said = { token: formToken(request, reply), once: newOnce(), isOtherLanguage: another !== null };
    return joinPage(view, { service: it, points, form: written, faults, ...said });
  };

  route(app, {
    method: 'GET',
    url: '/book/waiting',
    summary: 'Where one says which times would suit when one becomes free',
    access: anyone,
    query: ChoiceQuery,
    limit: READS,
    answers: { 200: page },
    handle: async ({ query, request, reply }) => {
      const form = (points: string[]) => fresh({ ...query, needs: [], language: localeOf(variantFor(request)) }, points);
      return { status: 200, body: await draw(query.service, form, [], request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/book/waiting',
    summary: 'The same with what one needs, which stands in no address',
    access: anyone,
    form: true,
    body: ChoiceForm,
    limit: READS,
    answers: { 200: page },
    handle: async ({ body, request, reply }) => {
      return { status: 200, body: await draw(body.service, (points) => fresh(body, points), [], request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/book/waiting/places',
    summary: 'Join the line: what becomes free is offered in the order of joining',
    access: anyone,
    form: true,
    body: JoinForm,
    limit: JOINS,
    lasting: true,
    idempotency: 'required',
    answers: { 303: empty, 422: page },
    handle: async ({ body, idempotency, request, reply }) => {
      const service = await offered(deps, body.service);
      const points = (await pointsOf(service.id)).map(({ id }) => id);
      const [where, when, contact] = [readWhere(service, body.places, points), readWhen(body), readContact(body)];
      if (!where.value || !when.value || !contact.value) {
        const faults = [...where.faults, ...when.faults, ...contact.faults];
        return { status: 422, body: await draw(body.service, body, faults, request, reply), headers: PRIVATE };
      }
      const { language, needs } = body;
      const wish = { bookableId: service.id, language, needs, ...where.value, ...when.value };
      await joinLine(deps, idempotency, wish, contact.value, { address: request.ip });
      return toJoined;
    },
  });

  route(app, {
    method: 'GET',
    url: '/book/waiting/joined',
    summary: 'Says that one stands in line, and where the link is',
    access: anyone,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      return { status: 200, body: joinedPage(await viewFor(deps, request)), headers: PRIVATE };
    },
  });

  earlierRoutes(app, deps);
}

/** Whoever has a time may wait for an earlier one, which then takes its place. */
function earlierRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownAppointmentAccess(deps);
  const draw = async (
    id: string,
    form: z.output<typeof EarlierForm>,
    faults: FieldFault[],
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    rememberWish(request, reply);
    const { one } = await readOwn(deps, id);
    const view = { ...(await viewFor(deps, request)), path: '/b/earlier' };
    const asksEmail = !openContact(deps.keys, one.id, one.contact)?.email;
    const when = spanWords(view, one.startsAt, one.endsAt);
    return earlierPage(view, { when, form, asksEmail, faults, token: formToken(request, reply), once: newOnce() });
  };

  route(app, {
    method: 'GET',
    url: '/b/earlier',
    summary: 'Where one says that an earlier time than one’s own would suit',
    access,
    query: z.looseObject({}),
    answers: { 200: page, 303: empty },
    handle: async ({ caller, request, reply }) => {
      if (await cannotBeTold(deps, caller.appointmentId)) return to('/b');
      const form = { ...EVERY_WEEKDAY, email: '' };
      return { status: 200, body: await draw(caller.appointmentId, form, [], request, reply), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/earlier',
    summary: 'Join the line with one’s agreed time, which moves when an earlier one is taken',
    access,
    form: true,
    body: EarlierForm,
    idempotency: 'required',
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, idempotency, request, reply }) => {
      if (await cannotBeTold(deps, caller.appointmentId)) return to('/b');
      const { one } = await readOwn(deps, caller.appointmentId);
      if (one.state !== 'confirmed') throw new Conflict('booked-already');
      const known = openContact(deps.keys, one.id, one.contact);
      const email = known?.email ?? body.email;
      const [when, faults] = [readWhen(body), readEmail(email)];
      if (!known || !when.value || faults.length > 0) {
        return { status: 422, body: await draw(one.id, body, [...when.faults, ...faults], request, reply), headers: PRIVATE };
      }
      await waitForEarlier(deps, idempotency, one.id, when.value, email);
      return toJoined;
    },
  });
}

/** What becomes free is told by a letter, and none goes to whoever is under turvakielto. */
async function cannotBeTold(deps: PagesDeps, appointmentId: string): Promise<boolean> {
  const { one } = await readOwn(deps, appointmentId);
  return (await protectedAmong(deps.db, [one.matterId])).size > 0;
}
