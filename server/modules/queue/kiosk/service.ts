import { dayOf } from '../../../platform/clock/day.ts';
import { isOpen, type OpeningHours } from '../../../platform/clock/opening.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { listsOf } from '../../directory/service.ts';
import type { Names } from '../../directory/types.ts';
import { isSeenInLine } from '../board/rules.ts';
import { inMinutes } from '../board/showing.ts';
import type { Device } from '../devices/types.ts';
import { arriveExpected, dayNow } from '../expected/arriving.ts';
import { expectedByCode, expectedByPhone } from '../expected/service.ts';
import type { Floor } from '../types.ts';
import { closeVisit } from '../visits/closing.ts';
import { codeIsTaken } from '../visits/queries.ts';
import { shownMeeting } from '../visits/reception.ts';
import { VisitLanguage } from '../visits/schema.ts';
import { type Arrival, type Arrived, arrive, codeOf } from '../visits/service.ts';
import { blocksFor, countAsGiven, dayOfOwnNumber } from './blocks.ts';
import type { KioskTicket, KioskView, KioskVisit } from './schema.ts';

export type Kiosk = Floor & { publicUrl: string };

/** Needs a stranger may say to a machine in a hall: what changes how they are served now. The rest are asked in private. */
const ASKED = [
  'wheelchair',
  'cannot-stand',
  'hearing',
  'vision',
  'needs-interpreter',
  'sign-language',
  'quiet-space',
  'clear-language',
  'child-along',
  'longer-time',
];

/** @throws NotFound where the point has been closed */
export async function kioskView(kiosk: Kiosk, device: Device): Promise<KioskView> {
  const now = kiosk.clock.now();
  const { point, organisations } = await placeOf(kiosk, device);
  const board = await kiosk.boards.of(point.id);
  const { specialNeeds = [], lifeSituations = [] } = await listsOf(kiosk.db, { onlyActive: true });
  const queues = board.queues.filter(({ atKiosk }) => atKiosk);
  const prefixes = [...new Set(queues.map(({ prefix }) => prefix))];
  const today = dayOf(now, point.zone);
  const blocks = await inTransaction(kiosk.db, async (trx) => [
    ...(await blocksFor(trx, device, today, prefixes)),
    ...(await blocksFor(trx, device, today.add({ days: 1 }), prefixes)),
  ]);
  const nameOf = (id: string) => organisations.find((organisation) => organisation.id === id)?.name as Names;
  return {
    point: { id: point.id, name: point.name, zone: point.zone },
    now: now.toString(),
    queues: queues.map(({ id, kind, organisationId, situation, name, prefix, opening }) => ({
      ...{ id, kind, organisationId, situation, name, prefix },
      organisation: nameOf(organisationId),
      isOpen: isOpen(opening ?? point.opening, now),
      waiting: board.line.filter((entry) => entry.queueId === id && isSeenInLine(entry)).length,
      told: inMinutes(board.toldToAll(id)),
    })),
    specialNeeds: ASKED.flatMap((key) => specialNeeds.find((need) => need.key === key) ?? []).map(({ key, label }) => ({ key, label })),
    situations: lifeSituations.map(({ key, label }) => ({ key, label })),
    blocks,
  };
}

/** @throws NotFound for a queue of another point, or one that kiosks do not offer; Conflict `number-taken`; Invalid `number-not-ours`, `unknown-special-need` */
export async function takeNumber(kiosk: Kiosk, trx: Trx, device: Device, input: KioskVisit): Promise<Arrived> {
  if (!input.needs.every((need) => ASKED.includes(need))) throw new Invalid('unknown-special-need', { fields: ['needs'] });
  const { queueId, language, needs, offline } = input;
  // A number that somebody holds already is told of, though its queue has been taken off the kiosks meanwhile.
  const queue = (await kiosk.boards.of(device.pointId)).queues.find(({ id }) => id === queueId);
  if (queue && !queue.atKiosk && !offline) throw new NotFound();
  const arrival = { pointId: device.pointId, deviceId: device.deviceId, cameBy: 'kiosk', queueId, language, needs } as const;
  const wanted = { serviceId: input.serviceId ?? null, situation: input.situation ?? null };
  const arrivedAt = kiosk.clock.now().subtract({ milliseconds: offline?.ageMs ?? 0 });
  const own = offline ? await ownNumber(kiosk, trx, device, offline.code, arrivedAt) : {};
  const arrived = await arrive(kiosk, trx, null, { ...arrival, ...wanted, ...own, arrivedAt });
  if (arrivedAt.until(kiosk.clock.now()).total('hours') < LATEST_HOURS) return arrived;
  // Told of when the kiosk came back the next morning: it is kept for the figures, and nobody is called who went home yesterday.
  await closeVisit(trx, arrived.visitId, kiosk.clock.now());
  return { ...arrived, place: null, told: null };
}

/** Nobody sits in a hall for longer. */
const LATEST_HOURS = 8;

async function ownNumber(
  kiosk: Kiosk,
  trx: Trx,
  device: Device,
  code: string,
  arrivedAt: Temporal.Instant,
): Promise<Pick<Arrival, 'code' | 'day'>> {
  const { point } = await placeOf(kiosk, device);
  const day = await dayOfOwnNumber(trx, device, code, dayOf(arrivedAt, point.zone));
  if (!day) throw new Invalid('number-not-ours', { fields: ['offline'] });
  // "R7" and "R007" are one number.
  const given = codeOf(code[0] as string, Number(code.slice(1)));
  if (await codeIsTaken(trx, device.pointId, day, given)) throw new Conflict('number-taken');
  await countAsGiven(trx, device, day, given);
  return { code: given, day };
}

/** Who shows a code is expected: their time, needs and matter are known; whoever shows that of a meeting again is told the way again. @throws NotFound for a code of nobody expected here today */
export async function arriveByCode(kiosk: Kiosk, trx: Trx, device: Device, code: string): Promise<Arrived> {
  const expected = await expectedByCode(kiosk, trx, device.pointId, code, await todayAt(kiosk, device));
  if (!expected) throw new NotFound('arrival-code');
  return arriveExpected(kiosk, trx, null, expected, { pointId: device.pointId, deviceId: device.deviceId, cameBy: 'kiosk' });
}

/**
 * Anybody may type any number here, so the answer is one and the same whoever it is: a number to wait with. Who is expected waits for
 * their time, anyone else for reception. @throws NotFound where the point has no reception to send them to
 */
export async function arriveByPhone(kiosk: Kiosk, trx: Trx, device: Device, phone: string, language: string): Promise<Arrived> {
  const expected = await expectedByPhone(kiosk, trx, device.pointId, phone, await todayAt(kiosk, device));
  const reception = (await kiosk.boards.of(device.pointId)).queues.find(({ kind }) => kind === 'reception');
  if (!reception) throw new NotFound();
  const { pointId, deviceId } = device;
  const stranger = () =>
    arrive(kiosk, trx, null, {
      pointId,
      deviceId,
      queueId: reception.id,
      cameBy: 'phone',
      language,
      needs: [],
      arrivedAt: kiosk.clock.now(),
    });
  // One letter, the language said here, no agreed time on the phone or the display: another would tell that they are expected.
  const unsaid = { prefix: reception.prefix, language, cameBy: 'phone' } as const;
  const arrived = expected ? await arriveExpected(kiosk, trx, null, expected, { pointId, deviceId, ...unsaid }) : await stranger();
  return { ...arrived, place: null, told: null };
}

export function ticketOf({ publicUrl, clock }: Kiosk, { code, secret, language, place, told, meeting }: Arrived): KioskTicket {
  return {
    code,
    language: VisitLanguage.catch('fi').parse(language),
    page: `${publicUrl}/q/${secret}`,
    place,
    told: inMinutes(told ?? undefined),
    meeting: shownMeeting(meeting),
    at: clock.now().toString(),
  };
}

type Place = { point: { id: string; name: Names; zone: string; opening: OpeningHours }; organisations: { id: string; name: Names }[] };

async function placeOf({ directory }: Kiosk, { pointId }: Device): Promise<Place> {
  const { points, organisations } = await directory.read();
  const point = points.find(({ id }) => id === pointId);
  if (!point) throw new NotFound();
  return { point, organisations };
}

async function todayAt(kiosk: Kiosk, device: Device) {
  return dayNow(kiosk, (await placeOf(kiosk, device)).point.zone);
}
