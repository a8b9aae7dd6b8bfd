import { isOpen, nextOpening, openUntil } from '../../../platform/clock/opening.ts';
import { NotFound } from '../../../platform/errors.ts';
import { pointsToShow } from '../../knowledge/service.ts';
import type { QueueRow } from '../board/queries.ts';
import type { Board } from '../board/rules.ts';
import { inMinutes } from '../board/showing.ts';
import type { Floor } from '../types.ts';
import { hoursOfPoint, pointsWithQueues } from './queries.ts';
import { bestTimes, busyOf } from './rules.ts';
import type { HourOfWeek, PublicWaits } from './schema.ts';

type WaitsFloor = Pick<Floor, 'db' | 'clock' | 'directory' | 'boards'>;
export type WaitingPoint = Awaited<ReturnType<typeof pointsToShow>>[number];
export type Shown = { point: WaitingPoint; waits: PublicWaits };

/** What anybody may know of waiting, worked out once for all who ask. */
export type Waits = {
  /** @throws NotFound for a point without queues */
  of(pointId: string): Promise<Shown>;
  all(): Promise<Shown[]>;
};

const KEPT_MS = 10_000;
const HISTORY_KEPT_MS = 3_600_000;

export function createWaits(floor: WaitsFloor): Waits {
  const points = kept(floor, KEPT_MS, () => pointsThatWait(floor));
  const histories = kept(floor, HISTORY_KEPT_MS, (id, zone: string) => hoursOfPoint(floor.db, id, zone, floor.clock.now()));
  const shown = kept(floor, KEPT_MS, async (id, point: WaitingPoint) => {
    const [board, hours] = [await floor.boards.of(id), await histories(id, point.opening.zone)];
    const { units } = await floor.directory.read();
    const here = new Set(units.filter((unit) => unit.pointId === id).map(({ organisationId }) => organisationId));
    return { point, waits: waitsOf(point, board, hours, here, floor.clock.now()) };
  });
  return {
    async of(pointId) {
      const point = (await points('', undefined)).find(({ id }) => id === pointId);
      if (!point) throw new NotFound();
      return shown(pointId, point);
    },
    async all() {
      const all: Shown[] = [];
      for (const point of await points('', undefined)) all.push(await shown(point.id, point));
      return all;
    },
  };
}

async function pointsThatWait(floor: WaitsFloor): Promise<WaitingPoint[]> {
  const ids = await pointsWithQueues(floor.db);
  return (await pointsToShow(floor)).filter(({ id }) => ids.has(id));
}

/** The same answer for so many milliseconds; what failed is asked again. */
function kept<Given, Value>({ clock }: Pick<Floor, 'clock'>, ms: number, read: (key: string, given: Given) => Promise<Value>) {
  const answers = new Map<string, { from: number; value: Promise<Value> }>();
  return (key: string, given: Given): Promise<Value> => {
    const now = clock.now().epochMilliseconds;
    const earlier = answers.get(key);
    if (earlier && Math.abs(now - earlier.from) < ms) return earlier.value;
    const answer = { from: now, value: read(key, given) };
    answers.set(key, answer);
    answer.value.catch(() => {
      if (answers.get(key) === answer) answers.delete(key);
    });
    return answer.value;
  };
}

function waitsOf(
  point: WaitingPoint,
  board: Board,
  hours: HourOfWeek[],
  organisationsHere: ReadonlySet<string>,
  now: Temporal.Instant,
): PublicWaits {
  const open = isOpen(point.opening, now);
  const isToldOf = ({ atKiosk, kind, organisationId }: QueueRow) =>
    atKiosk && (kind === 'reception' || organisationId === point.organisationId || organisationsHere.has(organisationId));
  const helps = board.queues.map((queue) => {
    const queueOpen = open && (queue.opening === null || isOpen(queue.opening, now));
    return { name: isToldOf(queue) ? queue.name : null, isOpen: queueOpen, told: queueOpen ? inMinutes(board.toldToAll(queue.id)) : null };
  });
  return {
    pointId: point.id,
    at: now.toString(),
    isOpen: open,
    changesAt: (open ? openUntil(point.opening, now) : nextOpening(point.opening, now))?.toString() ?? null,
    busy: busyOf(helps.flatMap(({ told }) => told?.likely ?? [])),
    helps: named(helps),
    hours,
    ...bestTimes(hours, point.opening, now),
  };
}

type Help = { name: QueueRow['name'] | null; isOpen: boolean; told: { low: number; likely: number; high: number } | null };

/** What is not told of by name is one, as wide as its parts. */
function named(helps: readonly Help[]): PublicWaits['helps'] {
  const others = helps.filter(({ name }) => name === null);
  const told = others.flatMap((help) => help.told ?? []);
  const together = {
    name: null,
    isOpen: others.some((help) => help.isOpen),
    wait: told.length > 0 ? { low: Math.min(...told.map(({ low }) => low)), high: Math.max(...told.map(({ high }) => high)) } : null,
  };
  const byName = helps
    .filter(({ name }) => name !== null)
    .map(({ name, isOpen: opened, told: range }) => ({ name, isOpen: opened, wait: range && { low: range.low, high: range.high } }));
  return others.length > 0 ? [...byName, together] : byName;
}
