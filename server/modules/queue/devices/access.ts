import type { FastifyReply, FastifyRequest } from 'fastify';
import { Unauthenticated } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { Floor } from '../types.ts';
import { deviceOfKey, markSeen } from './queries.ts';
import type { Device } from './types.ts';

type Deps = Pick<Floor, 'db' | 'clock'> & { publicUrl: string };

/** When it was last seen is written at most this often, in seconds. */
const SEEN_EVERY = 60;

/** A paired device of one of these kinds; revoked, it is turned away at once. */
export function deviceAccess(deps: Deps, ...kinds: Device['deviceKind'][]): Access<Device> {
  return {
    name: kinds.length > 0 ? `device: ${kinds.join(', ')}` : 'device',
    key: ({ deviceId }) => `device:${deviceId}`,
    admit: async (request) => {
      const device = await admitDevice(deps, request);
      if (kinds.length > 0 && !kinds.includes(device.deviceKind)) throw new Unauthenticated();
      return device;
    },
  };
}

async function admitDevice({ db, clock, publicUrl }: Deps, request: FastifyRequest): Promise<Device> {
  const key = request.cookies[deviceCookieName(publicUrl)];
  const found = key && /^[\w-]{20,60}$/.test(key) ? await deviceOfKey(db, hashSecret(key)) : undefined;
  if (!found) throw new Unauthenticated();
  const { seenAt, ...device } = found;
  const now = clock.now();
  if (seenAt === null || now.since(seenAt).total('seconds') >= SEEN_EVERY) await markSeen(db, device.deviceId, now);
  return device;
}

/** A kiosk stands for years; browsers keep a cookie for 400 days at most and each answer renews none, so pairing is done anew once a year. */
const KEPT_SECONDS = 400 * 24 * 3600;

export function keepDeviceKey(reply: FastifyReply, publicUrl: string, key: string): void {
  reply.setCookie(deviceCookieName(publicUrl), key, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(publicUrl),
    maxAge: KEPT_SECONDS,
  });
}

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');
export const deviceCookieName = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-polku-device' : 'polku-device');
