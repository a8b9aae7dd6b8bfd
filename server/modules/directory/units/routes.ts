import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { DirectoryDeps } from '../routes.ts';
import { Unit, UnitChange, UnitInput, UnitList } from './schema.ts';
import { changeUnit, createUnit, keptUnits } from './service.ts';

export function unitRoutes(app: FastifyInstance, { db, staffWith, beforeUnitEmptied }: DirectoryDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/admin/units',
    summary: 'The units one keeps, closed ones too',
    access: staffWith('administrator'),
    answers: { 200: UnitList },
    handle: async (call) => ({ units: await keptUnits(db, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/units',
    summary: 'Add a unit',
    access: staffWith('administrator'),
    body: UnitInput,
    answers: { 201: Unit },
    handle: async (call) => ({ status: 201, body: await createUnit(db, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/units/:id',
    summary: "Change a unit's name, tier, hours, promises, successor or escalation; or close it",
    access: staffWith('administrator'),
    params: byId,
    body: UnitChange,
    answers: { 200: Unit },
    handle: async (call) => changeUnit(db, byOf(call), beforeUnitEmptied, call.params.id, call.body),
  });
}
