import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { dayOf } from '../../../platform/clock/day.ts';
import { NotFound } from '../../../platform/errors.ts';
import { newOnce } from '../../../platform/http/idempotency-key.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { listsOf } from '../../directory/service.ts';
import { type FieldFault, rememberWish, viewFor } from '../../site/service.ts';
import { openContact } from '../booking/contact.ts';
import { meetingLinkOf } from '../booking/meeting-link.ts';
import { type AppointmentRow, appointmentOf } from '../booking/queries.ts';
import { appointmentSecretOf } from '../booking/secrets.ts';
import { answersOf, mayTell } from '../previsit/service.ts';
import { meetingRoomOf } from '../sessions/leading.ts';
import { waitingWith } from '../waiting/queries.ts';
import { appointmentPage, overPage } from './appointment-page.ts';
import type { Choice } from './choice.ts';
import type { PagesDeps } from './deps.ts';
import { type DetailsForm, detailsPage } from './details-page.ts';
import { drawTimes } from './draw-times.ts';
import { offered } from './offers.ts';
import { pointOf, serviceOf } from './queries.ts';

/** What was chosen before it was held. */
export const choiceOf = ({ bookableId, pointId, stopId, way, needs, language, people }: AppointmentRow): Choice => ({
  service: bookableId,
  minutes: '60',
  place: stopId ?? pointId ?? way,
  needs,
  people,
  language: language as Choice['language'],
});

type Sent = { form: DetailsForm; faults: FieldFault[] };
const EMPTY: Sent = { form: { name: '', email: '', phone: '' }, faults: [] };

/** @throws NotFound */
export async function drawDetails(deps: PagesDeps, id: string, { form, faults }: Sent, request: FastifyRequest, reply: FastifyReply) {
  const [{ one, service, point }, { specialNeeds = [] }] = await Promise.all([readOwn(deps, id), listsOf(deps.db, { onlyActive: false })]);
  const view = { ...(await viewFor(deps, request)), path: '/b' };
  const needs = specialNeeds.filter(({ key }) => one.needs.includes(key));
  const [token, once] = [formToken(request, reply), newOnce()];
  return detailsPage(view, one, { service, point, form, faults, token, once, choice: choiceOf(one), needs });
}

type Told = { done: 'booked' | 'moved' | 'told' | null; refused: string | null };

/** The page of `/b`, whatever has become of the time. */
export async function drawOwn(deps: PagesDeps, id: string, { done, refused }: Told, request: FastifyRequest, reply: FastifyReply) {
  rememberWish(request, reply);
  const { one, service, point } = await readOwn(deps, id);
  const view = { ...(await viewFor(deps, request)), path: '/b' };
  const now = view.now;
  if (one.state === 'held' && Temporal.Instant.compare(one.heldUntil as Temporal.Instant, now) > 0)
    return drawDetails(deps, id, EMPTY, request, reply);
  if ((one.state === 'held' || one.state === 'expired') && one.sessionId) return overPage(view, one, service, 'expired');
  if (one.state === 'held' || one.state === 'expired') {
    const lost = { at: one.startsAt.epochMilliseconds, code: 'hold-expired' };
    return drawTimes(deps, await offered(deps, one.bookableId), { choice: choiceOf(one), lost }, request, reply);
  }
  const isOver = Temporal.PlainDate.compare(dayOf(one.startsAt), dayOf(now)) < 0;
  if (isOver && (one.state === 'confirmed' || one.state === 'arrived')) return overPage(view, one, service, 'past');
  const room = one.state === 'arrived' && one.pointId ? await meetingRoomOf(deps.db, one.sessionId) : null;
  const meetingLink = await meetingLinkOf(deps, one);
  const wait = one.state === 'cancelled' ? await waitingWith(deps.db, id) : null;
  if (one.state !== 'confirmed') return overPage(view, one, service, one.state, { room, meetingLink, wait });
  const contact = openContact(deps.keys, id, one.contact);
  const code = contact?.code ?? null;
  const drawing = code && (await QRCode.toString(code, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }));
  return appointmentPage(view, one, {
    service,
    point,
    code,
    drawing,
    address: addressOf(deps, one),
    arrival: one.way !== 'phone' && mayArrive(one, now),
    byEmail: Boolean(contact?.email),
    meetingLink,
    token: formToken(request, reply),
    told: mayTell(one, now) ? (await answersOf(deps, id)) !== undefined : null,
    done,
    refused: refused && translator(view.locale, 'problem')(`${refused}.title`),
  });
}

/** As the queue takes who says on their own phone that they have come. */
const EARLY_MINUTES = 60;
const mayArrive = ({ startsAt }: AppointmentRow, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, startsAt.subtract({ minutes: EARLY_MINUTES })) >= 0;

/** @throws NotFound */
export async function readOwn({ db }: PagesDeps, id: string) {
  const one = await appointmentOf(db, id);
  const service = one && (await serviceOf(db, one.bookableId));
  if (!one || !service) throw new NotFound();
  return { one, service, point: one.pointId ? await pointOf(db, one.pointId, one.stopId) : undefined };
}

/** What opens the page of an appointment. @throws NotFound when it was made by a key that is no more */
export function addressOf({ keys, publicUrl }: Pick<PagesDeps, 'keys' | 'publicUrl'>, { id, secretHash }: AppointmentRow): string {
  const secret = appointmentSecretOf(keys, id, secretHash);
  if (!secret) throw new NotFound();
  return `${publicUrl}/b/${secret}`;
}
