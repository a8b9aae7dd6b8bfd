import { dayOf, startOfDay } from '../../../platform/clock/day.ts';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Names } from '../../directory/types.ts';
import type { Board } from '../board/rules.ts';
import type { Floor } from '../types.ts';
import { presencesOf } from './queries.ts';
import { hoursHere, isWithin, nextHere } from './rules.ts';
import type { PointDay, Presence } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'clock' | 'directory' | 'boards'>;
/** `own`: its hours at this point, of what was written or of its units here; none: as the point. */
type Authority = { id: string; name: Names; presence: Presence | undefined; own: OpeningHours[] };
export type DayAtPoint = { day: PointDay; point: { id: string; name: Names; opening: OpeningHours }; own: Map<string, OpeningHours[]> };

/**
 * Which authorities are at a point on a day (today when none is said), where and when. That an authority is at a point is public; who
 * its customers are is not, so no counter is told.
 * @throws NotFound for a point that is closed for good, or where no authority is
 */
export async function dayAtPoint(deps: Deps, pointId: string, on?: Temporal.PlainDate): Promise<DayAtPoint> {
  const { points } = await deps.directory.read();
  const point = points.find(({ id }) => id === pointId);
  if (!point) throw new NotFound();
  const board = await deps.boards.of(pointId);
  const authorities = await authoritiesAt(deps, point, board);
  if (authorities.length === 0) throw new NotFound();
  const now = deps.clock.now();
  const day = on ?? dayOf(now, point.zone);
  const all = authorities.map((authority) => drawn(authority, point.opening, board, day, now));
  return {
    point,
    own: new Map(authorities.map(({ id, own }) => [id, own])),
    day: {
      pointId,
      day: day.toString(),
      at: now.toString(),
      here: all.flatMap(({ here }) => (here ? [here] : [])),
      others: all.flatMap(({ other }) => (other ? [other] : [])),
    },
  };
}

function drawn(
  { id, name, presence, own }: Authority,
  opening: OpeningHours,
  board: Board,
  day: Temporal.PlainDate,
  now: Temporal.Instant,
) {
  const hours = hoursHere(own, opening, day);
  if (hours.length === 0) {
    const begins = startOfDay(day, opening.zone);
    const from = Temporal.Instant.compare(begins, now) > 0 ? begins : now;
    return { other: { organisationId: id, name, next: nextHere(own, opening, from)?.toString() ?? null } };
  }
  return {
    here: {
      organisationId: id,
      name,
      hours: hours.map(({ opens, closes }) => ({ opens: opens.toString(), closes: closes.toString() })),
      isHere: isWithin(hours, now) && isServed(board, id),
      direction: presence?.direction ?? null,
      place: presence?.place ?? null,
    },
  };
}

/** Somebody sits where its queues are served; an authority without queues here is met as its hours say. */
function isServed({ queues, counters }: Board, organisationId: string): boolean {
  const own = queues.filter((queue) => queue.organisationId === organisationId).map(({ id }) => id);
  return own.length === 0 || counters.some(({ state, queueIds }) => state !== 'closed' && queueIds.some((id) => own.includes(id)));
}

/** Whose presence has been written, and who has people of its own here; of the point's own organisation, when it offers a queue. */
async function authoritiesAt({ db, directory }: Deps, point: { id: string; organisationId: string }, board: Board): Promise<Authority[]> {
  const [{ organisations, units }, presences] = [await directory.read(), await presencesOf(db, point.id)];
  const unitsHere = units.filter(({ pointId }) => pointId === point.id);
  const offersQueue = board.queues.some(({ kind, organisationId }) => kind !== 'reception' && organisationId === point.organisationId);
  const foreign = unitsHere.filter(({ organisationId }) => organisationId !== point.organisationId);
  const ids = new Set([...foreign, ...presences].map(({ organisationId }) => organisationId));
  if (offersQueue) ids.add(point.organisationId);
  return organisations
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => {
      const presence = presences.find(({ organisationId }) => organisationId === id);
      const ofUnits = foreign.filter(({ organisationId }) => organisationId === id).map(({ opening }) => opening);
      return { id, name, presence, own: presence ? [presence.opening] : ofUnits };
    });
}
