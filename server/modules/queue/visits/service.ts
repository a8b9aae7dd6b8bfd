import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { listsOf } from '../../directory/service.ts';
import type { By } from '../../identity/types.ts';
import { boardOf } from '../board/service.ts';
import type { Estimate } from '../estimates/rules.ts';
import { isHeardAsAppointment, leaveVisitTrace } from '../trace.ts';
import type { CameBy, Floor } from '../types.ts';
import {
  type ActiveQueue,
  activeQueue,
  findVisit,
  insertStep,
  insertVisit,
  isService,
  keepFirstTold,
  meetingOfVisit,
  pointWithQueues,
  setSecret,
  takeNumbers,
} from './queries.ts';
import { visitSecret, visitSecretOf } from './secrets.ts';

export type Arrival = {
  pointId: string;
  queueId: string;
  cameBy: CameBy;
  language: string;
  needs: readonly string[];
  arrivedAt: Temporal.Instant;
  serviceId?: string | null;
  situation?: string | null;
  matterId?: string | null;
  /** An agreed time. */
  dueAt?: Temporal.Instant | null;
  /** Agreed times in other queues of the point, after this one. */
  following?: readonly { queueId: string; dueAt: string }[];
  deviceId?: string | null;
  /** A number given without network, from the device's own block, and the day of that block. */
  code?: string;
  day?: Temporal.PlainDate;
  /** Another letter than the queue's own. */
  prefix?: string;
};

/** What is printed or shown: nothing of it says whose customer this is. */
export type Arrived = {
  visitId: string;
  code: string;
  secret: string;
  /** The one the visitor is spoken to in. */
  language: string;
  place: number | null;
  told: Estimate | null;
  /** Of many: they go straight there, and are in no line. */
  meeting: Meeting | null;
};

/** `room` null: it has none. */
export type Meeting = { room: string | null; startsAt: Temporal.Instant };

/**
 * Somebody has come: a number, a place in the queue and a first estimate. `by` null: they took the number themselves.
 * @throws NotFound for a queue that is not of this point or no longer used
 */
export async function arrive(floor: Floor, trx: Trx, by: By | null, arrival: Arrival): Promise<Arrived> {
  const { pointId, arrivedAt } = arrival;
  const [point, queue] = [await pointWithQueues(trx, pointId), await activeQueue(trx, arrival.queueId)];
  if (!point || queue?.pointId !== pointId) throw new NotFound();
  const visitId = randomUUID();
  const secret = visitSecret(floor.keys, visitId);
  const day = arrival.day ?? dayOf(arrivedAt, point.zone);
  const code = arrival.code ?? (await nextCode(trx, { pointId, prefix: arrival.prefix ?? queue.prefix }, day));
  await insertVisit(trx, {
    id: visitId,
    pointId,
    day,
    code,
    cameBy: arrival.cameBy,
    deviceId: arrival.deviceId ?? null,
    arrivedAt,
    language: arrival.language,
    needs: arrival.needs,
    ...(await wanted(trx, arrival)),
    matterId: arrival.matterId ?? null,
    secretHash: hashSecret(secret),
  });
  const dueAt = arrival.dueAt ?? null;
  const stepId = await insertStep(trx, {
    visitId,
    pointId,
    queueId: queue.id,
    state: 'waiting',
    waitsFrom: arrivedAt,
    joinedAt: arrivedAt,
    dueAt,
  });
  await planFollowing(trx, visitId, arrival);
  const now = floor.clock.now();
  await leaveVisitTrace(floor, trx, by, now, {
    visitId,
    matterId: arrival.matterId ?? null,
    ownerOrg: queue.organisationId,
    deed: 'arrived',
    told: { pointId, code, counter: null, appointment: isHeardAsAppointment(arrival.cameBy, dueAt), calls: 0, language: arrival.language },
  });
  return { visitId, code, secret, language: arrival.language, meeting: null, ...(await tellFirst(floor, trx, pointId, stepId, now)) };
}

/** Agreed as one with what they have come for first: they stand in those lines when it ends. A queue out of use since is left out. */
async function planFollowing(trx: Trx, visitId: string, { pointId, arrivedAt, following = [] }: Arrival): Promise<void> {
  for (const { queueId, dueAt } of following) {
    const queue = await activeQueue(trx, queueId);
    if (queue?.pointId !== pointId) continue;
    const planned = { visitId, pointId, queueId, state: 'planned', byChain: true } as const;
    await insertStep(trx, { ...planned, waitsFrom: arrivedAt, joinedAt: arrivedAt, dueAt: Temporal.Instant.from(dueAt) });
  }
}

/** What they have come for, as far as it is known here: words of one's own are not kept, and nobody is sent away for them. */
async function wanted(trx: Trx, { serviceId, situation }: Arrival): Promise<{ serviceId: string | null; situation: string | null }> {
  const { lifeSituations = [] } = situation ? await listsOf(trx, { onlyActive: true }) : {};
  return {
    serviceId: serviceId && (await isService(trx, serviceId)) ? serviceId : null,
    situation: lifeSituations.find(({ key }) => key === situation)?.key ?? null,
  };
}

/** The next number of that queue's letter. */
export async function nextCode(
  trx: Trx,
  { pointId, prefix }: Pick<ActiveQueue, 'pointId' | 'prefix'>,
  day: Temporal.PlainDate,
): Promise<string> {
  const { first } = await takeNumbers(trx, pointId, day, prefix);
  return codeOf(prefix, first);
}

/** "A007": three digits at least, so that numbers of a day look alike; after 999 comes 1000, never one that was given. */
export const codeOf = (prefix: string, number: number): string => `${prefix}${String(number).padStart(3, '0')}`;

async function tellFirst(floor: Floor, trx: Trx, pointId: string, stepId: string, now: Temporal.Instant) {
  const { line } = await boardOf(trx, floor.clock, pointId);
  const entry = line.find(({ id }) => id === stepId);
  const told = entry?.estimate ?? null;
  if (told) await keepFirstTold(trx, stepId, now, told);
  return { place: entry?.place ?? null, told };
}

/** A visit that has come to another point: its number there, and what is told of the wait; the page on the phone stays the same one. */
export async function tellNewNumber(floor: Floor, trx: Trx, visitId: string, pointId: string, stepId: string): Promise<Arrived> {
  const visit = await findVisit(trx, visitId);
  if (!visit) throw new NotFound();
  const secret = (visit.secretHash && visitSecretOf(floor.keys, visitId, visit.secretHash)) || (await newSecret(floor, trx, visitId));
  const { code, language } = visit;
  return { visitId, code, secret, language, meeting: null, ...(await tellFirst(floor, trx, pointId, stepId, floor.clock.now())) };
}

async function newSecret({ keys }: Floor, trx: Trx, visitId: string): Promise<string> {
  const secret = visitSecret(keys, visitId);
  await setSecret(trx, visitId, hashSecret(secret));
  return secret;
}

/** What a call repeated after a lost answer is told again; the wait has changed meanwhile and is read on the page. */
export async function arrivedBefore({ db, keys }: { db: Db; keys: Floor['keys'] }, visitId: string): Promise<Arrived> {
  const visit = await findVisit(db, visitId);
  const secret = visit?.secretHash && visitSecretOf(keys, visitId, visit.secretHash);
  if (!visit || !secret) throw new NotFound();
  const { code, language } = visit;
  const meeting = await meetingOfVisit(db, visitId);
  return { visitId, code, secret, language, place: null, told: null, meeting };
}
