import { randomInt } from 'node:crypto';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { hashSecret, newSecret } from '../../../platform/keys/keys.ts';
import { record } from '../../audit/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { deviceClosed } from '../events.ts';
import { namesOrganisation } from '../points/rules.ts';
import { requireKeeps } from '../policy.ts';
import { speakCalls } from '../recordings/making.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import * as rows from './queries.ts';
import type { DeviceChange, DeviceInput, DeviceShown, PairingCode, Self, Settings } from './schema.ts';
import type { Device } from './types.ts';

type Deps = Pick<Floor, 'db' | 'clock'>;
type SetUpDeps = Deps & Pick<Floor, 'directory'>;

/** @throws NotFound; Forbidden for those who work there and do not keep the point */
export async function devicesFor({ db }: Deps, actor: Actor, pointId: string): Promise<DeviceShown[]> {
  await keptPoint({ db }, actor, pointId);
  return (await rows.devicesOf(db, pointId)).map((device) => ({ ...device, seenAt: device.seenAt?.toString() ?? null }));
}

/** @throws NotFound; Forbidden; Invalid `counter-name-tells` */
export async function addDevice(deps: SetUpDeps, trx: Trx, by: By, pointId: string, input: DeviceInput): Promise<{ id: string }> {
  const { organisationId } = await keptPoint(deps, by.actor, pointId);
  await requireSoundWays(deps, organisationId, input.settings);
  const id = await rows.insertDevice(trx, pointId, input);
  if (input.kind === 'display') await speakCalls(trx, pointId);
  await recordChange(trx, by, 'device.added', id, organisationId);
  return { id };
}

/** @throws NotFound; Forbidden; Conflict `device-changed`, `device-revoked`; Invalid `counter-name-tells` */
export async function changeDevice(deps: SetUpDeps, by: By, id: string, change: DeviceChange): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { device, organisationId } = await lockKept(deps, trx, by, id);
    if (device.version !== change.version) throw new Conflict('device-changed');
    if (change.settings) await requireSoundWays(deps, organisationId, change.settings);
    if (change.revoked) {
      await rows.revokeDevice(trx, id, deps.clock.now());
      await deviceClosed(trx, id);
    } else await rows.updateDevice(trx, id, change.name ?? device.name, change.settings ?? device.settings);
    if (device.kind === 'display' && !change.revoked) await speakCalls(trx, device.pointId);
    await recordChange(trx, by, change.revoked ? 'device.revoked' : 'device.changed', id, organisationId);
  });
}

const CODE_MINUTES = 15;

/** A code for pairing the device, or for pairing it anew. @throws NotFound; Forbidden; Conflict `device-revoked`, `printer-not-paired` */
export async function pairingCodeFor(deps: Deps, by: By, id: string): Promise<PairingCode> {
  return inTransaction(deps.db, async (trx) => {
    const { device, organisationId } = await lockKept(deps, trx, by, id);
    if (device.kind === 'printer') throw new Conflict('printer-not-paired');
    const code = newPairingCode();
    const until = deps.clock.now().add({ minutes: CODE_MINUTES });
    await rows.offerPairing(trx, id, hashOfPairingCode(code), until);
    if (device.state === 'paired') await deviceClosed(trx, id);
    await recordChange(trx, by, 'device.pairing-offered', id, organisationId);
    return { code, until: until.toString() };
  });
}

const KEY_BITS = 256;

/** @returns the key the device keeps. @throws NotFound for a code that is none, was used or has run out */
export async function pairDevice({ db, clock }: Deps, code: string, requestId: string) {
  const key = newSecret(KEY_BITS);
  return inTransaction(db, async (trx) => {
    const device = await rows.pair(trx, hashOfPairingCode(code), hashSecret(key), clock.now());
    if (!device) throw new NotFound();
    await record(trx, { actorKind: 'anonymous', requestId, action: 'device.paired', purpose: 'administration', subjects: [device.id] });
    const { id: deviceId, pointId, kind } = device;
    return { key, device: { deviceId, pointId, kind } };
  });
}

export async function deviceSelf({ db }: Pick<Deps, 'db'>, { deviceId }: Device): Promise<Self> {
  const self = await rows.selfOf(db, deviceId);
  if (!self) throw new NotFound();
  return self;
}

/** No sign that is taken for another when read from across a hall. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const SIGNS_IN_CODE = 8;

function newPairingCode(): string {
  const signs = Array.from({ length: SIGNS_IN_CODE }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** 40 bits, good for a quarter of an hour at a limited speed. */
export const hashOfPairingCode = (code: string): string => hashSecret(code.toUpperCase().replace(/[^0-9A-Z]/g, ''));

/** Displays show the way to a counter and say it aloud, like the counter's own name. */
async function requireSoundWays({ directory }: SetUpDeps, organisationId: string, { ways = [] }: Settings): Promise<void> {
  const said = ways.flatMap(({ words }) => Object.values(words ?? {}));
  const others = (await directory.read()).organisations.filter(({ id }) => id !== organisationId);
  if (said.some((words) => others.some((other) => namesOrganisation(words, other))))
    throw new Invalid('counter-name-tells', { fields: ['settings'] });
}

async function keptPoint({ db }: Pick<Deps, 'db'>, actor: Actor, pointId: string): Promise<QueuePoint> {
  const point = await pointWithQueues(db, pointId);
  requireKeeps(actor, point);
  return point as QueuePoint;
}

async function lockKept(deps: Deps, trx: Trx, by: By, id: string) {
  const device = await rows.lockDevice(trx, id);
  if (!device) throw new NotFound();
  const { organisationId } = await keptPoint(deps, by.actor, device.pointId);
  if (device.state === 'revoked') throw new Conflict('device-revoked');
  return { device, organisationId };
}
