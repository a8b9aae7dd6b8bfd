import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf, startOfDay } from '../../../../platform/clock/day.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { newOnce } from '../../../../platform/http/idempotency-key.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { rememberWish, viewFor } from '../../../site/service.ts';
import type { PagesDeps } from '../../pages/deps.ts';
import { needsWith } from '../../pages/interpreter-part.ts';
import { pointOf } from '../../pages/queries.ts';
import type { Visit } from '../rules.ts';
import { type VisitWish, visitTimesOf } from '../service.ts';
import { LEAST, pressedVisit, type VisitChoice } from './choice.ts';
import { pointsForVisits, servicesAt } from './queries.ts';
import { visitTimesPage } from './times-page.ts';

const DAYS = 7;
/** As far as is looked for the first week with a time; whoever wants later ones presses on. */
const WEEKS_AHEAD = 4;

/** @throws NotFound for what cannot be booked there */
export async function drawVisitTimes(
  deps: PagesDeps,
  asked: VisitChoice,
  lost: string | null,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { point, services } = await placeOf(deps, asked.place);
  // Written by hand, perhaps: what is not offered here is not looked for.
  const bookableIds = asked.services.filter((one) => services.some((service) => service.id === one));
  if (bookableIds.length < LEAST) throw new NotFound();
  const rules = services.filter(({ id }) => bookableIds.includes(id)).flatMap((one) => one.rules);
  const choice = { ...asked, needs: needsWith(rules, asked.needs, asked.interpreterLanguage) };
  const { needs, interpreterLanguage, language, people } = choice;
  const wish = { pointId: point.id, bookableIds, needs, interpreterLanguage, language, people };
  return drawTimesOf(deps, { choice, wish, lost }, request, reply);
}

/** `present`: the parts of an agreed visit that is moved; it is told and not offered anew. */
type Drawing = { choice: VisitChoice; wish: VisitWish; lost: string | null; present?: Visit['parts'] };

/** The visits one may choose of. @throws NotFound */
export async function drawTimesOf(deps: PagesDeps, { choice, wish, lost, present }: Drawing, request: FastifyRequest, reply: FastifyReply) {
  const moving = present !== undefined;
  const pressed = present && pressedVisit(present);
  rememberWish(request, reply);
  const [point, services] = await Promise.all([pointOf(deps.db, wish.pointId), servicesAt(deps.db, wish.pointId)]);
  if (!point) throw new NotFound();
  const view = { ...(await viewFor(deps, request)), path: moving ? '/b/together/times' : '/book/visit' };
  const today = dayOf(view.now);
  let from = choice.from && choice.from > today.toString() ? Temporal.PlainDate.from(choice.from) : today;
  const others = async () => (await weekFrom(deps, wish, from)).filter(({ parts }) => pressedVisit(parts) !== pressed);
  let visits = await others();
  for (let n = 0; visits.length === 0 && !choice.from && n < WEEKS_AHEAD; n += 1) {
    from = from.add({ days: DAYS });
    visits = await others();
  }
  const refused = lost && translator(view.locale, 'problem')(`${lost}.title`);
  const shown = { point, services, choice, visits, from, today, refused, moving, present };
  return visitTimesPage(view, { ...shown, token: formToken(request, reply), once: newOnce() });
}

const weekFrom = (deps: PagesDeps, wish: VisitWish, from: Temporal.PlainDate) =>
  visitTimesOf(deps, wish, { from: startOfDay(from).epochMilliseconds, until: startOfDay(from.add({ days: DAYS })).epochMilliseconds });

/** @throws NotFound for a point where nothing can be booked */
export async function placeOf({ db }: PagesDeps, place: string) {
  const [points, services] = await Promise.all([pointsForVisits(db), servicesAt(db, place)]);
  const point = points.find((one) => one.id === place);
  if (!point) throw new NotFound();
  return { point, services };
}
