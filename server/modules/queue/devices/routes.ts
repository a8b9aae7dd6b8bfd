import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import type { Floor } from '../types.ts';
import { deviceAccess, keepDeviceKey } from './access.ts';
import { DeviceChange, DeviceInput, DeviceList, Paired, PairingCode, PairingInput, Self } from './schema.ts';
import { addDevice, changeDevice, deviceSelf, devicesFor, pairDevice, pairingCodeFor } from './service.ts';

/** By address: a hall of twenty devices behind one is set up in a morning and mistypes a few; of 40 bits a program guesses none at this pace. */
const PAIRINGS = { max: 100, windowMs: 600_000 };

/** Kiosks, displays and computers of a point: paired by a code, revoked at once. */
export function deviceRoutes(app: FastifyInstance, deps: Floor & StaffAccess & { publicUrl: string }): void {
  const { staff, db } = deps;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/devices',
    summary: 'The devices of a point and when they were last seen',
    access: staff,
    params: byId,
    answers: { 200: DeviceList },
    handle: async ({ caller, params }) => ({ status: 200, body: { devices: await devicesFor(deps, caller, params.id) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/devices',
    summary: 'Add a device to a point',
    access: staff,
    params: byId,
    body: DeviceInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addDevice(deps, trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/queue/devices/:id',
    summary: 'Change a device, or revoke it',
    access: staff,
    params: byId,
    body: DeviceChange,
    answers: { 204: empty },
    handle: async (call) => changeDevice(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/devices/:id/pairing-code',
    summary: 'A code to type at the device, good for a quarter of an hour; what it was paired with before opens nothing any more',
    access: staff,
    params: byId,
    answers: { 200: PairingCode },
    handle: async (call) => ({ status: 200, body: await pairingCodeFor(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/device/pairing',
    summary: 'Pair this device by the code on the manager’s screen',
    access: anyone,
    body: PairingInput,
    limit: PAIRINGS,
    answers: { 200: Paired },
    handle: async ({ body, request, reply }) => {
      const { key, device } = await pairDevice(deps, body.code, request.id);
      keepDeviceKey(reply, deps.publicUrl, key);
      return { status: 200, body: device };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/device',
    summary: 'What this device is, where, and how it is set',
    access: deviceAccess(deps),
    answers: { 200: Self },
    handle: async ({ caller }) => ({ status: 200, body: await deviceSelf(deps, caller) }),
  });
}
