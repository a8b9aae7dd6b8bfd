import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from '../../platform/db/transaction.ts';
import { record } from '../audit/service.ts';
import { customerEntry } from './trail.ts';
import type { Actor, CustomerCaller, LinkHolder } from './types.ts';

const REFUSALS = [403, 404];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Of one refused request: enough to see what was tried. */
const MOST_IDS = 20;

/**
 * Has every refused request of a known caller written to the audit log before the answer goes out: the use case's own transaction
 * has been rolled back by then, so this is one of its own. Call it once, before the routes.
 */
export function auditRefusals(app: FastifyInstance, db: Db): void {
  app.addHook('onSend', async (request, reply) => {
    const caller = request.caller as Actor | CustomerCaller | LinkHolder | undefined;
    if (caller && REFUSALS.includes(reply.statusCode)) await recordRefusal(db, request, caller);
  });
}

export async function recordRefusal(db: Db, request: FastifyRequest, caller: Actor | CustomerCaller | LinkHolder): Promise<void> {
  const staff = caller.kind === 'staff' ? caller : undefined;
  const customer = caller.kind === 'customer' ? customerEntry(caller, request.id) : {};
  await record(db, {
    ...customer,
    actorKind: caller.kind,
    personId: staff?.personId,
    organisationIds: [...new Set(staff?.grants.map((grant) => grant.organisationId))],
    requestId: request.id,
    action: `${request.method} ${request.routeOptions.url}`,
    purpose: 'none',
    outcome: 'refused',
    subjects: [...new Set([...idsIn(request.params), ...idsIn(request.body)])].slice(0, MOST_IDS),
  });
}

/** Ids of the address and of the body, where a stranger's customer, need or file may be tried as well; words of a body are none. */
function idsIn(sent: unknown): string[] {
  if (typeof sent === 'string') return UUID.test(sent) ? [sent.toLowerCase()] : [];
  if (Array.isArray(sent)) return sent.filter((value) => typeof value === 'string').flatMap(idsIn);
  return typeof sent === 'object' && sent !== null ? Object.values(sent).filter(isPlain).flatMap(idsIn) : [];
}

const isPlain = (value: unknown): boolean => typeof value === 'string' || Array.isArray(value);
