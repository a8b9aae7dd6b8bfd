import type { FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { Forbidden } from '../../../platform/errors.ts';
import { nameIn } from '../../directory/service.ts';
import { dayWords, type View } from '../../site/service.ts';
import type { Desk } from '../types.ts';
import type { PathPaper } from './service.ts';

/** Kept in no cache and no search engine. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };

/** A paper may make a secret link, so another site must not make a browser ask for one. */
export function refuseForeignPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new Forbidden('cross-site');
}

type Points = Awaited<ReturnType<Desk['directory']['read']>>['points'];

export function placeWords({ locale }: View, points: Points, pointId: string | null): string {
  const point = points.find(({ id }) => id === pointId);
  return point ? [nameIn(point.name, locale), point.street].filter(Boolean).join(', ') : '';
}

/** A fresh link as a drawing, with its address for those who type it; null where none was made. */
export async function drawLink(view: View, publicUrl: string, link: PathPaper['link']) {
  if (!link) return null;
  const address = `${publicUrl}/a/${link.token}`;
  const drawing = await QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
  return { address, drawing, until: dayWords(view, link.expiresAt.toString()) };
}
