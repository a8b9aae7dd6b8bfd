import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../errors.ts';
import type { Access } from './access.ts';
import type { Limit } from './limits.ts';

interface Guarded<C> {
  access: Access<C>;
  limit?: Limit | undefined;
  lasting?: true | undefined;
}

/** Who is calling, and not too often: runs before the body is read, so a stranger's upload is never taken in. */
export function admitting<C>(app: FastifyInstance, spec: Guarded<C>) {
  const { limiters } = app;
  const own = spec.limit && limiters.own(spec.limit);
  return async (request: FastifyRequest): Promise<void> => {
    const caller = await admitOrCount(request, spec.access, limiters.refused);
    const key = spec.access.key?.(caller);
    await (own ?? (key === undefined ? limiters.address : limiters.caller))(request, key);
    if (spec.lasting) await limiters.lasting(request, undefined);
    request.caller = caller;
    request.callerKey = key ?? spec.access.name;
  };
}

/** Refused callers are counted by address, so that sessions and links cannot be guessed at speed. */
async function admitOrCount<C>(
  request: FastifyRequest,
  access: Access<C>,
  count: (request: FastifyRequest, key: undefined) => Promise<void>,
): Promise<C> {
  try {
    return await access.admit(request);
  } catch (refusal) {
    if (refusal instanceof ProblemError && refusal.status < 500) await count(request, undefined);
    throw refusal;
  }
}
