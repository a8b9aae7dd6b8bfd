import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';

const moment = z.iso.datetime();
const direction = z.enum(['left', 'right', 'ahead', 'back', 'up', 'down']).nullable();

/** `priority`: a rule of the point lifts it, and which one is for those who meet the visitor. */
const reason = z.enum(['appointment-due', 'chain-continued', 'special-need', 'waited-over', 'priority', 'waiting', 'early', 'later']);

/** Minutes from now: between `low` and `high`, most likely `likely`. */
export const Told = z.object({ low: z.int(), likely: z.int(), high: z.int() }).meta({ id: 'WaitTold' });

export const BoardQueue = z
  .object({
    id,
    organisationId: id,
    kind: z.enum(['authority', 'service', 'situation', 'reception']),
    name: Names,
    prefix: z.string(),
    /** How many wait, and since when the first of them. */
    waiting: z.int(),
    longestSince: moment.nullable(),
    /** What the next newcomer would be told; null: unknown. */
    newcomer: Told.nullable(),
    openCounters: z.int(),
  })
  .meta({ id: 'BoardQueue' });

export const BoardCounter = z
  .object({
    id,
    kind: z.enum(['desk', 'room', 'safety', 'meeting', 'remote']),
    name: Names,
    direction,
    suits: z.array(z.string()),
    state: z.enum(['open', 'break', 'closed']),
    personId: id.nullable(),
    personName: z.string().nullable(),
    queueIds: z.array(id),
  })
  .meta({ id: 'BoardCounter' });

export const BoardStep = z
  .object({
    id,
    visitId: id,
    code: z.string(),
    queueId: id,
    state: z.enum(['planned', 'waiting', 'called', 'serving', 'parked']),
    arrivedAt: moment,
    waitsFrom: moment,
    joinedAt: moment,
    dueAt: moment.nullable(),
    notBefore: moment.nullable(),
    byChain: z.boolean(),
    language: z.string(),
    /** Special needs; null for those who do not meet this visitor. */
    needs: z.array(z.string()).nullable(),
    counterId: id.nullable(),
    calledAt: moment.nullable(),
    servingAt: moment.nullable(),
    calls: z.int(),
    /** Of who waits: the place in its queue, why there, and what is told of the wait. */
    place: z.int().nullable(),
    reason: reason.nullable(),
    told: Told.nullable(),
    /** The caller may not serve this visitor (hallintolaki 27-28 §). */
    excluded: z.boolean(),
  })
  .meta({ id: 'BoardStep' });

/** Somebody who is to come today at an agreed time. The code they come with is stored nowhere. */
export const BoardExpected = z
  .object({
    id,
    queueId: id,
    dueAt: moment,
    language: z.string(),
    /** Special needs; null for those who will not meet this visitor. */
    needs: z.array(z.string()).nullable(),
    /** What it is about: only a matter that the caller sees, whose page has the names. */
    matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  })
  .meta({ id: 'BoardExpected' });

/** A point as it stands now: who waits in which order, where they are served, and who is to come. */
export const Board = z
  .object({
    pointId: id,
    at: moment,
    queues: z.array(BoardQueue),
    counters: z.array(BoardCounter),
    steps: z.array(BoardStep),
    expected: z.array(BoardExpected),
  })
  .meta({ id: 'QueueBoard' });

/** Where else a visitor can be sent: the queues of the other points, and what a newcomer would be told there. */
export const Onward = z
  .object({
    points: z.array(
      z.object({
        id,
        queues: z.array(
          z.object({ id, name: Names, isOpen: z.boolean(), waiting: z.int(), newcomer: Told.nullable(), openCounters: z.int() }),
        ),
      }),
    ),
  })
  .meta({ id: 'OnwardPoints' });

export const OrderQuestion = z.object({ id, otherId: id });
export const OrderAnswer = z
  .object({
    /** Why the first goes before the second; null: it does not. */
    why: reason.nullable(),
  })
  .meta({ id: 'OrderAnswer' });

/** A visitor's own place, as their phone shows it; `place`: how many are called before them, and one. */
export const Place = z
  .object({
    code: z.string(),
    state: z.enum(['waiting', 'called', 'serving', 'parked']),
    counter: z.object({ name: Names, direction }).nullable(),
    place: z.int().nullable(),
    told: Told.nullable(),
    notBefore: moment.nullable(),
    dueAt: moment.nullable(),
    /** How many times it has been called now. */
    calls: z.int(),
    /** In a further queue of the same visit, with the place counted from the arrival. */
    goesOn: z.boolean(),
    /** There is a further step after this one. */
    more: z.boolean(),
    /** Set when the wait may go over the closing time; `surely`: it does. */
    closing: z.object({ at: moment, surely: z.boolean() }).nullable(),
  })
  .meta({ id: 'PlaceInQueue' });

export type Place = z.infer<typeof Place>;
export type Told = z.infer<typeof Told>;
export type QueueBoard = z.infer<typeof Board>;
export type Onward = z.infer<typeof Onward>;
export type OrderAnswer = z.infer<typeof OrderAnswer>;
