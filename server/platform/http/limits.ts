import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooMany } from './refusals.ts';

export interface Limit {
  max: number;
  windowMs: number;
}

export interface Limits {
  /** Per session, device or link. */
  caller: Limit;
  /** Per address for callers who have no key of their own: coarse, since a whole service point shares one address. */
  address: Limit;
  /** Failed sign-ins and unknown links per address. */
  refused: Limit;
  /**
   * What an address brings about that stays and that others then go without: more in an hour than a hall full of people does, or all of a
   * mobile operator's customers who share one address on the morning when the times of a month are opened.
   */
  lasting: Limit;
}

const minute = 60_000;
export const DEFAULT_LIMITS: Limits = {
  caller: { max: 1200, windowMs: minute },
  address: { max: 3000, windowMs: minute },
  refused: { max: 300, windowMs: minute },
  lasting: { max: 600, windowMs: 60 * minute },
};

/** So many times the usual may come from a site that calls for its own visitors. */
const SITE_SHARE = 100;

/** Whose calls are counted together: an address, or of IPv6 the network that one subscriber has whole (RFC 6177). */
export const networkOf = (address: string | undefined): string => rateLimit.normalizeIP(address ?? '');

export type Count = (request: FastifyRequest, key: string | undefined) => Promise<void>;

export interface Limiters {
  caller: Count;
  address: Count;
  refused: Count;
  lasting: Count;
  /** A route's own limit, counted apart from all others. */
  own(limit: Limit): Count;
}

/** Counters live in this node's memory: a limit guards the node, exactness across nodes is not worth a shared store. */
export function createLimiters(app: FastifyInstance, limits: Limits, isKnownSite: (address: string) => boolean): Limiters {
  const own = (limit: Limit) => counter(app, limit, isKnownSite);
  const { caller, address, refused, lasting } = limits;
  return { caller: own(caller), address: own(address), refused: own(refused), lasting: own(lasting), own };
}

export async function registerRateLimit(app: FastifyInstance): Promise<void> {
  // 20,000 keys a counter: enough for a city's residents in one window, a few megabytes at most.
  const options: RateLimitPluginOptions = { global: false, cache: 20_000 };
  await app.register(rateLimit, options);
}

function counter(app: FastifyInstance, limit: Limit, isKnownSite: (address: string) => boolean): Count {
  const check = app.createRateLimit({
    max: (request: FastifyRequest) => (isKnownSite(request.ip) ? SITE_SHARE : 1) * limit.max,
    timeWindow: limit.windowMs,
    keyGenerator: (request: FastifyRequest) => request.limitKey,
  });
  return async (request, key) => {
    request.limitKey = key ?? networkOf(request.ip);
    const result = await check(request);
    if (!result.isAllowed && result.isExceeded) throw new TooMany(result.ttlInSeconds);
  };
}
