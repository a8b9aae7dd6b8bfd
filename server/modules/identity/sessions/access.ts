import type { FastifyRequest } from 'fastify';
import { Forbidden, Unauthenticated } from '../../../platform/errors.ts';
import { recordRefusal } from '../refusals.ts';
import { type IdentityDeps, isSecure } from '../settings.ts';
import type { Actor, Role, StaffAccess } from '../types.ts';
import { tokenOf } from './cookie.ts';
import { actorOfToken } from './service.ts';

type AccessDeps = Pick<IdentityDeps, 'db' | 'clock' | 'session' | 'publicUrl'>;

/** The accesses of routes for staff. Not signed in: 401; signed in without any of the roles: 403, on the audit log. */
export function staffAccess(deps: AccessDeps): StaffAccess {
  const key = (actor: Actor) => `person:${actor.personId}`;
  const admit = (request: FastifyRequest) => admitStaff(deps, request);
  return {
    staff: { name: 'staff', admit, key },
    staffWith: (...roles) => ({
      name: `staff: ${roles.join(', ')}`,
      key,
      admit: async (request) => {
        const actor = await admit(request);
        if (!hasAny(actor, roles)) await refuse(deps, request, actor);
        return actor;
      },
    }),
  };
}

async function admitStaff(deps: AccessDeps, request: FastifyRequest): Promise<Actor> {
  const token = tokenOf(request, isSecure(deps));
  const actor = token && (await actorOfToken(deps, token));
  if (!actor) throw new Unauthenticated();
  return actor;
}

function hasAny(actor: Actor, roles: Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

async function refuse({ db }: AccessDeps, request: FastifyRequest, actor: Actor): Promise<never> {
  await recordRefusal(db, request, actor);
  throw new Forbidden();
}
