import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { confirm, decide, takeDecisionBack, writePicture } from './deciding.ts';
import { mappingPrintRoutes } from './print-routes.ts';
import {
  Confirmation,
  MappingArrangement,
  MappingChange,
  MappingColleagues,
  MappingHandOver,
  MappingList,
  MappingPage,
  PictureInput,
  PictureVariant,
  ShownToCustomer,
} from './schema.ts';
import {
  answer,
  colleagues,
  drop,
  handOn,
  interrupt,
  mappingsOfMatter,
  noteArrangement,
  openMappings,
  readMapping,
  startMapping,
  takeUp,
} from './service.ts';
import { showToCustomer } from './showing.ts';

const Versioned = z.object({ version: z.int() });

export function mappingRoutes(app: FastifyInstance, deps: MatterDeps): void {
  findingRoutes(app, deps);
  workingRoutes(app, deps);
  endingRoutes(app, deps);
  mappingPrintRoutes(app, deps);
}

function findingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/mappings',
    summary: 'Start mapping the needs of a matter’s customer, or get the mapping that is under way',
    access: staff,
    params: byId,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await startMapping(desk, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/matters/:id/mappings',
    summary: 'The needs mappings of a matter',
    access: staff,
    params: byId,
    answers: { 200: MappingList },
    handle: async (call) => mappingsOfMatter(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/mappings',
    summary: 'Needs mappings under way in one’s units and in one’s own hands',
    access: staff,
    answers: { 200: MappingList },
    handle: async (call) => openMappings(desk, byOf(call)),
  });

  route(app, {
    method: 'GET',
    url: '/api/mappings/:id',
    summary: 'A needs mapping with what the rules suggest',
    access: staff,
    params: byId,
    answers: { 200: MappingPage },
    handle: async (call) => readMapping(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/mappings/:id/shown',
    summary: 'What the customer is shown of a needs mapping, in their language',
    access: staff,
    params: byId,
    query: z.object({ lang: PictureVariant.optional() }),
    answers: { 200: ShownToCustomer },
    handle: async (call) => showToCustomer(desk, byOf(call), call.params.id, call.query.lang),
  });
}

function workingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'PATCH',
    url: '/api/mappings/:id',
    summary: 'Save answers of a needs mapping',
    access: staff,
    params: byId,
    body: MappingChange,
    answers: { 200: Versioned },
    handle: async (call) => answer(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'POST',
    url: '/api/mappings/:id/arrangements',
    summary: 'Note what is arranged for the customer, as asked in the mapping',
    access: staff,
    params: byId,
    body: MappingArrangement,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await noteArrangement(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/mappings/:id/interruptions',
    summary: 'Leave a needs mapping for later',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => interrupt(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/mappings/:id/colleagues',
    summary: 'Whom a needs mapping may be handed on to by name',
    access: staff,
    params: byId,
    answers: { 200: MappingColleagues },
    handle: async (call) => colleagues(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'POST',
    url: '/api/mappings/:id/hand-overs',
    summary: 'Hand a needs mapping on to a unit or a person with everything told so far',
    access: staff,
    params: byId,
    body: MappingHandOver,
    answers: { 204: empty },
    handle: async (call) => handOn(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/mappings/:id/keeper',
    summary: 'Take a needs mapping up',
    access: staff,
    params: byId,
    body: z.strictObject({ insteadOf: z.uuid().nullable() }).meta({ id: 'MappingTaking' }),
    answers: { 204: empty },
    handle: async (call) => takeUp(desk, byOf(call), call.params.id, call.body.insteadOf),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/mappings/:id',
    summary: 'Drop a needs mapping that nobody will go on with',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => drop(desk, byOf(call), call.params.id),
  });
}

function endingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'PUT',
    url: '/api/mappings/:id/pictures/:variant',
    summary: 'Write the situation picture in a language, or have it written anew from the answers',
    access: staff,
    params: z.object({ id, variant: PictureVariant }),
    body: PictureInput,
    answers: { 200: Versioned.extend({ text: z.string() }) },
    handle: async (call) => writePicture(desk, byOf(call), call.params.id, call.params.variant, call.body.text),
  });

  route(app, {
    method: 'PUT',
    url: '/api/mappings/:id/decision',
    summary: 'Record the path decision',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => decide(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/mappings/:id/decision',
    summary: 'Take a path decision back before the customer has confirmed it',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => takeDecisionBack(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/mappings/:id/confirmation',
    summary: 'Note that the customer has confirmed picture and path: on screen, on paper or by voice',
    access: staff,
    params: byId,
    body: Confirmation,
    answers: { 204: empty },
    handle: async (call) => confirm(desk, byOf(call), call.params.id, call.body),
  });
}
