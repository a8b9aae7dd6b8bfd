import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { newOnce } from '../../../platform/http/idempotency-key.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import { NOTHING_ASKED, nearbyTimes } from '../nearness/service.ts';
import { protectedAmong } from '../protected.ts';
import { type Choice, spotOf } from './choice.ts';
import type { PagesDeps } from './deps.ts';
import { firstsOf, nearestTo, type Own, otherStops, weekOf } from './offers.ts';
import { type OfferedService, pointOf } from './queries.ts';
import { timesPage } from './times-page.ts';

/** `lost`: somebody else was quicker, or it was held too long; what is nearest to it is offered. `own`: of an agreed time that is moved. */
export type Drawing = { choice: Choice; own?: Own; lost?: { at: number; code: string } };

/** @throws NotFound where the service is not given */
export async function drawTimes(
  deps: PagesDeps,
  service: OfferedService,
  { choice, own, lost }: Drawing,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  rememberWish(request, reply);
  const view = { ...(await viewFor(deps, request)), path: own ? '/b/times' : '/book/times' };
  const waits = own && (await protectedAmong(deps.db, [own.matterId])).size === 0;
  const shown = { choice, token: formToken(request, reply), once: newOnce(), moving: own !== undefined, present: own?.at, waits };
  const title = lost && translator(view.locale, 'problem')(`${lost.code}.title`);
  if (choice.place === 'near') {
    const { needs, interpreterLanguage, language, people, start, minutes } = choice;
    const asked = {
      bookableId: service.id,
      needs,
      interpreterLanguage,
      language,
      people,
      minutes: Number(minutes),
      remote: service.ways.includes('remote'),
    };
    const nearby = start === undefined ? NOTHING_ASKED : await nearbyTimes(deps, { ...asked, start });
    return timesPage(view, service, { ...shown, offer: { nearby }, refused: title ? { title, nearest: [] } : null });
  }
  if (choice.place === 'any') {
    const refused = title ? { title, nearest: [] } : null;
    return timesPage(view, service, { ...shown, offer: { firsts: await firstsOf(deps, service, choice) }, refused });
  }
  const spot = await spotOf(deps, service, choice.place);
  if (!spot) throw new NotFound();
  const where = { pointId: spot.pointId, stopId: spot.stopId, own, from: choice.from };
  const [week, stops, point] = await Promise.all([
    weekOf(deps, service, choice, where),
    otherStops(deps, service, choice, where),
    spot.pointId && pointOf(deps.db, spot.pointId, spot.stopId),
  ]);
  const nearest = lost ? await nearestTo(deps, service, choice, where, lost.at) : [];
  return timesPage(view, service, {
    ...shown,
    offer: { week, stops, point: point || undefined },
    refused: title ? { title, nearest } : null,
  });
}

/** What a page says of, with its own words; anything else is a problem like any other. */
const losses = ['time-taken', 'time-not-bookable', 'hold-expired', 'too-many-held'];
export const lossOf = (error: unknown): string => {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !losses.includes(code)) throw error;
  return code;
};

export const unreadable = () => new Invalid('time-not-bookable');
