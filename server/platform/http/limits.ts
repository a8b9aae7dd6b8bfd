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
}

const minute = 60_000;
export const DEFAULT_LIMITS: Limits = {
  caller: { max: 1200, windowMs: minute },
  address: { max: 3000, windowMs: minute },
  refused: { max: 300, windowMs: minute },
};

export type Count = (request: FastifyRequest, key: string | undefined) => Promise<void>;

export interface Limiters {
  caller: Count;
  address: Count;
  refused: Count;
  /** A route's own limit, counted apart from all others. */
  own(limit: Limit): Count;
}

/** Counters live in this node's memory: a limit guards the node, exactness across nodes is not worth a shared store. */
export function createLimiters(app: FastifyInstance, limits: Limits): Limiters {
  const own = (limit: Limit) => counter(app, limit);
  return { caller: own(limits.caller), address: own(limits.address), refused: own(limits.refused), own };
}

export async function registerRateLimit(app: FastifyInstance): Promise<void> {
  // 20,000 keys a counter: enough for a city's residents in one window, a few megabytes at most.
  const options: RateLimitPluginOptions = { global: false, cache: 20_000 };
  await app.register(rateLimit, options);
}

function counter(app: FastifyInstance, limit: Limit): Count {
  const check = app.createRateLimit({
    max: limit.max,
    timeWindow: limit.windowMs,
    keyGenerator: (request: FastifyRequest) => request.limitKey,
  });
  return async (request, key) => {
    request.limitKey = key ?? rateLimit.normalizeIP(request.ip);
    const result = await check(request);
    if (!result.isAllowed && result.isExceeded) throw new TooMany(result.ttlInSeconds);
  };
}
