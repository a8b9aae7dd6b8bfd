import type { Search } from '../../knowledge/service.ts';
import type { SiteDeps } from '../../site/service.ts';
import type { Booking } from '../types.ts';

export type PagesDeps = Booking & SiteDeps & { publicUrl: string };
/** With the search of all that is known. */
export type ChoosingDeps = PagesDeps & { search: Search };

export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };
/** Per address, and a library's whole hall is one. */
export const READS = { max: 600, windowMs: 60_000 };
/** Of one's own page: a phone and a computer open it a few times. */
export const OPENINGS = { max: 30, windowMs: 60_000 };

/** On to a page of one's own, by GET: a page read again does nothing twice. */
export const to = (location: string) => ({ status: 303 as const, headers: { ...PRIVATE, location } });
