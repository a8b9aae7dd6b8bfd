import type { FastifyInstance } from 'fastify';
import { route } from '../../platform/http/route.ts';
import { byId } from '../../platform/http/shapes.ts';
import { byOf } from '../identity/service.ts';
import type { StaffAccess } from '../identity/types.ts';
import { meRoutes } from './me/routes.ts';
import { GrantInput, GrantPlace, Person, PersonChange, PersonInput, PersonList, PersonSearch, UnitPlace } from './schema.ts';
import { changePerson, createPerson, findPeople, giveGrant, joinUnit, leaveUnit, revokeGrantOf } from './service.ts';
import type { PeopleContext } from './types.ts';

export type PeopleDeps = PeopleContext & StaffAccess;

export function peopleRoutes(app: FastifyInstance, deps: PeopleDeps): void {
  meRoutes(app, deps);
  personRoutes(app, deps);
  grantRoutes(app, deps);
  unitMemberRoutes(app, deps);
}

function personRoutes(app: FastifyInstance, deps: PeopleDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/admin/people',
    summary: 'People with a grant in an organisation one administers, by name or address',
    access: deps.staffWith('administrator'),
    query: PersonSearch,
    answers: { 200: PersonList },
    handle: async (call) => findPeople(deps.db, byOf(call), call.query.words),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/people',
    summary: 'Add a person with a first grant',
    access: deps.staffWith('administrator'),
    body: PersonInput,
    answers: { 201: Person },
    handle: async (call) => ({ status: 201, body: await createPerson(deps, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/people/:id',
    summary: "Change a person's name, title or language; disable or enable them",
    access: deps.staffWith('administrator'),
    params: byId,
    body: PersonChange,
    answers: { 200: Person },
    handle: async (call) => changePerson(deps, byOf(call), call.params.id, call.body),
  });
}

function grantRoutes(app: FastifyInstance, deps: PeopleDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/admin/people/:id/grants',
    summary: 'Give a role at an organisation, perhaps at one point only',
    access: deps.staffWith('administrator'),
    params: byId,
    body: GrantInput,
    answers: { 201: Person },
    handle: async (call) => ({ status: 201, body: await giveGrant(deps, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/admin/people/:id/grants/:grantId',
    summary: 'Revoke a grant; it ends with the next request',
    access: deps.staffWith('administrator'),
    params: GrantPlace,
    answers: { 200: Person },
    handle: async (call) => revokeGrantOf(deps, byOf(call), call.params.id, call.params.grantId),
  });
}

function unitMemberRoutes(app: FastifyInstance, deps: PeopleDeps): void {
  route(app, {
    method: 'PUT',
    url: '/api/admin/people/:id/units/:unitId',
    summary: 'Put a person into a unit',
    access: deps.staffWith('administrator'),
    params: UnitPlace,
    answers: { 200: Person },
    handle: async (call) => joinUnit(deps, byOf(call), call.params.id, call.params.unitId),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/admin/people/:id/units/:unitId',
    summary: 'Take a person out of a unit; refused when its open requests would be left without an owner',
    access: deps.staffWith('administrator'),
    params: UnitPlace,
    answers: { 200: Person },
    handle: async (call) => leaveUnit(deps, byOf(call), call.params.id, call.params.unitId),
  });
}
