import { dayOf } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { cancelExpected, changeExpected, expectVisit, hasCome, newArrivalCode } from '../../queue/service.ts';
import { type Contact, openContact, sealContact } from '../booking/contact.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { type JointChanged, jointChanged } from '../events.ts';
import { meetingRoomOf } from '../sessions/leading.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';
import { stretchesOf } from './stretches.ts';

/**
 * How the customer is told of a move: by staff, after the minute in which they may take it back, which `undoes` does. `movedId`: one part
 * alone, or the whole.
 */
export type OfMove = { movedId: string; byStaff: boolean; undoes: boolean };

/**
 * Brings what follows from its parts to where they are now: where the customer is expected first and where they go on from there, under
 * one code, and what they are told. Called last, in the transaction that changed a part.
 */
export async function settleJoint(booking: Booking, trx: Trx, id: string, change: JointChanged['change'], of?: OfMove): Promise<void> {
  const joint = (await rows.lockJoint(trx, id)) as rows.JointRow;
  const all = await rows.partsOfJoint(trx, id);
  const parts = all.filter(({ state }) => state === 'confirmed');
  const expectedId = joint.kind === 'visit' ? await expectAll(booking, trx, joint, all) : null;
  if (!expectedId) await giveCode(booking, trx, parts);
  if (joint.kind === 'series') await expectMeetings(booking, trx, joint);
  const changedPart = of?.byStaff ? of.movedId : null;
  const apart = joint.kind === 'visit' && stretchesOf(parts).length > 1;
  const version = await rows.changeJoint(trx, id, { expectedId, apart, changedPart });
  const isOver = parts.length === 0 && change !== 'called-off';
  await jointChanged(trx, id, { change: isOver ? 'cancelled' : change, version, ...toldOf(joint, of) });
}

/** Taken back is what was last changed of the whole; when something else was since, there is something to tell. */
function toldOf({ changedPart, version }: rows.JointRow, of: OfMove | undefined): Pick<JointChanged, 'byStaff' | 'undoes'> {
  if (!of?.byStaff) return {};
  return { byStaff: true, ...(of.undoes && changedPart === of.movedId ? { undoes: version } : {}) };
}

/**
 * On each day on which something of it is to come, the customer is expected once, by the one code; on a day none of whose parts has a
 * queue, the point's list of the day has them. `all`: what has ended too. @returns the first of who is expected
 */
async function expectAll(booking: Booking, trx: Trx, joint: rows.JointRow, all: readonly AppointmentRow[]): Promise<string | null> {
  const parts = await toCome(trx, all);
  const on = new Map<AppointmentRow, string | null>();
  const kept: string[] = [];
  let code = parts.map(({ id, contact }) => openContact(booking.keys, id, contact)?.code).find(Boolean) ?? null;
  for (const ofDay of Map.groupBy(parts, dayKey).values()) {
    const known = ofDay.map(({ expectedId }) => expectedId).find((id) => id && !kept.includes(id) && !isOfOtherDay(id, ofDay, all)) ?? null;
    const expected = await expectOn(booking, trx, joint, ofDay, known, code);
    if (expected) kept.push(expected.id);
    code ??= expected?.code ?? null;
    for (const part of ofDay) on.set(part, expected?.id ?? null);
  }
  for (const [part, id] of on) if (code && (id !== part.expectedId || !part.expectedId)) await keepCode(booking, trx, part, { id, code });
  const missed = all.filter(({ state }) => state === 'missed').map(({ expectedId }) => expectedId);
  const gone = new Set(all.flatMap(({ expectedId }) => expectedId ?? []));
  for (const id of [...kept, ...missed]) if (id) gone.delete(id);
  for (const id of gone) await cancelExpected(trx, id);
  return kept[0] ?? null;
}

const dayKey = ({ startsAt }: AppointmentRow): string => dayOf(startsAt).toString();

/** The queue knows of an arrival a moment before the part does: whoever has come is expected no other time. */
async function toCome(trx: Trx, all: readonly AppointmentRow[]): Promise<AppointmentRow[]> {
  const parts = all.filter(({ state }) => state === 'confirmed');
  const come = new Set<string>();
  for (const id of new Set(parts.flatMap(({ expectedId }) => expectedId ?? []))) if (await hasCome(trx, id)) come.add(id);
  return parts.filter(({ expectedId }) => !expectedId || !come.has(expectedId));
}

/** Whoever was missed then may come late still. */
const isOfOtherDay = (expectedId: string, [first]: readonly AppointmentRow[], all: readonly AppointmentRow[]): boolean =>
  all.some((part) => part.state === 'missed' && part.expectedId === expectedId && first !== undefined && dayKey(part) !== dayKey(first));

async function expectOn(
  booking: Booking,
  trx: Trx,
  { language }: rows.JointRow,
  parts: readonly AppointmentRow[],
  known: string | null,
  code: string | null,
): Promise<{ id: string; code: string | null } | null> {
  const [first, ...following] = await stepsOf(trx, parts);
  if (!first) return null;
  if (known) {
    await changeExpected(trx, known, { ...first, following });
    return { id: known, code };
  }
  const [{ pointId, id, contact, matterId }] = parts as [AppointmentRow];
  const phone = openContact(booking.keys, id, contact)?.phone ?? null;
  const needs = [...new Set(parts.flatMap((part) => part.needs))];
  return expectVisit(booking, trx, { pointId: pointId as string, ...first, following, language, needs, phone, code, matterId });
}

async function stepsOf(trx: Trx, parts: readonly AppointmentRow[]) {
  const pointId = parts[0]?.pointId;
  if (!pointId) return [];
  const queues = await rows.queuesOf(
    trx,
    pointId,
    parts.map(({ bookableId }) => bookableId),
  );
  return parts.flatMap(({ bookableId, startsAt: dueAt }) => {
    const queueId = queues.get(bookableId);
    return queueId ? [{ queueId, dueAt }] : [];
  });
}

/** Each meeting still to come is expected by itself, in its own room, under the one code of the course. */
async function expectMeetings(booking: Booking, trx: Trx, { id, language }: rows.JointRow): Promise<void> {
  const parts = await rows.partsOfJoint(trx, id);
  const pointId = parts[0]?.pointId;
  if (!pointId) return;
  const services = parts.map(({ bookableId }) => bookableId);
  const queues = await rows.queuesOf(trx, pointId, services);
  for (const part of parts) {
    if (part.state === 'cancelled' && part.expectedId) await cancelExpected(trx, part.expectedId);
    const isToCome = part.state === 'confirmed' && Temporal.Instant.compare(part.endsAt, booking.clock.now()) > 0;
    const queueId = queues.get(part.bookableId);
    if (isToCome && part.expectedId) await changeExpected(trx, part.expectedId, { dueAt: part.startsAt, following: [] });
    else if (isToCome && queueId) await expectMeeting(booking, trx, part, { pointId, queueId, language });
  }
}

type At = { pointId: string; queueId: string; language: string };

async function expectMeeting(booking: Booking, trx: Trx, part: AppointmentRow, at: At): Promise<void> {
  const { code = null, phone = null } = openContact(booking.keys, part.id, part.contact) ?? {};
  const meetingRoom = await meetingRoomOf(trx, part.sessionId);
  const expected = await expectVisit(booking, trx, {
    ...at,
    dueAt: part.startsAt,
    needs: part.needs,
    phone,
    code,
    meetingRoom,
    matterId: part.matterId,
  });
  await rows.setExpected(trx, part.id, expected.id, part.contact as string);
}

/** Where no queue takes arrivals: the point's list of the day has it. */
async function giveCode(booking: Booking, trx: Trx, parts: readonly AppointmentRow[]): Promise<void> {
  const [first] = parts;
  if (!first?.pointId || openContact(booking.keys, first.id, first.contact)?.code) return;
  const code = newArrivalCode();
  for (const part of parts) await keepCode(booking, trx, part, { id: null, code });
}

/** One code, kept with each part: whoever shows it has come for all of them. */
async function keepCode(
  { keys }: Booking,
  trx: Trx,
  { id, contact }: AppointmentRow,
  { id: expectedId, code }: { id: string | null; code: string },
) {
  const sealed = sealContact(keys, id, { ...(openContact(keys, id, contact) as Contact), code });
  await rows.setExpected(trx, id, expectedId, sealed);
}
