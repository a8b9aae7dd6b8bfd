import { dayOf, endOfDay, startOfDay } from '../../../platform/clock/day.ts';
import type { Actor } from '../../identity/types.ts';
import { type AccuracyOfQueue, accuracies } from '../estimates/learning.ts';
import { keepsPoint, requireKeeps } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import { type Counted, type CountedVisits, countSteps, countVisits, namesAt, pointsVisited, unitNames } from './queries.ts';
import { daysOf, isSmall, isSmallTeam, toldOf, untold } from './rules.ts';
import type { Figures, Group, Period } from './schema.ts';

const LATELY_HOURS = 24 * 60;

/** The points one keeps where visitors have been in the last sixty days. */
export async function visitedPoints({ db, clock }: Pick<Floor, 'db' | 'clock'>, actor: Actor): Promise<string[]> {
  const points = await pointsVisited(db, clock.now().subtract({ hours: LATELY_HOURS }));
  return points.filter((point) => keepsPoint(actor, point)).map(({ id }) => id);
}

/** @throws NotFound, Forbidden for those who do not keep the point; Invalid `period-unfit` for more than a year */
export async function figuresOf(
  { db, clock }: Pick<Floor, 'db' | 'clock'>,
  actor: Actor,
  pointId: string,
  period: Period,
): Promise<Figures> {
  const point = await pointWithQueues(db, pointId);
  requireKeeps(actor, point);
  const { zone } = point as QueuePoint;
  const { from, until } = daysOf(period, dayOf(clock.now(), zone));
  const between = { pointId, zone, from: startOfDay(from, zone), until: endOfDay(until, zone), target: period.target * 60 };
  const rows = await countSteps(db, between);
  const names = await namesAt(db, pointId);
  const queueNames = names.map(({ id, name }) => ({ id, name }));
  const [first, latest] = [await accuracies(db, between, 'first'), await accuracies(db, between, 'last')];
  const teams = rows.filter(({ kind }) => kind === 'team');
  const of = (kind: Counted['kind']) => rows.filter((row) => row.kind === kind);
  return {
    pointId,
    from,
    until,
    targetMinutes: period.target,
    visitors: shownVisits(await countVisits(db, between)),
    steps: shownGroups(of('all'))[0]?.group ?? { ...untold, visits: 0 },
    byQueue: byName(queueNames, shownGroups(of('queue')), ({ queueId }) => queueId),
    byOrganisation: byName(
      [...new Map(names.map(({ organisationId, organisation }) => [organisationId, { id: organisationId, name: organisation }])).values()],
      shownGroups(of('organisation')),
      ({ organisationId }) => organisationId,
    ),
    byHour: inOrder(of('hour'), 'hour').map(({ row, group }) => ({ hour: row.hour ?? 0, ...group })),
    byWeekday: inOrder(of('weekday'), 'weekday').map(({ row, group }) => ({ weekday: row.weekday ?? 0, ...group })),
    byTeam: byName(
      await unitNames(
        db,
        teams.flatMap(({ unitId }) => unitId ?? []),
      ),
      shownGroups(teams, isSmallTeam),
      ({ unitId }) => unitId,
    ),
    byNeed: shownGroups(of('need').toSorted((a, b) => b.visits - a.visits)).map(({ row, group }) => ({ need: row.need, ...group })),
    accuracy: {
      first: shownAccuracy(ofQueue(first, null)),
      latest: shownAccuracy(ofQueue(latest, null)),
      byQueue: shownByQueue(queueNames, first, latest),
    },
  };
}

type ShownGroup = { row: Counted; group: Group };

function shownGroups(rows: readonly Counted[], isHidden?: (row: Counted) => boolean): ShownGroup[] {
  const told = toldOf(rows, isHidden);
  return rows.map((row) => {
    const { visits, steps, wait, within, service, abandoned, noShow } = row;
    return { row, group: told.has(row) ? { visits, steps, wait, within, service, abandoned, noShow } : untold };
  });
}

const inOrder = (rows: readonly Counted[], by: 'hour' | 'weekday') => shownGroups(rows.toSorted((a, b) => (a[by] ?? 0) - (b[by] ?? 0)));

function byName<N extends { id: string }>(names: readonly N[], groups: readonly ShownGroup[], idOf: (row: Counted) => string | null) {
  return names.flatMap((named) => {
    const found = groups.find(({ row }) => idOf(row) === named.id);
    return found ? [{ ...named, ...found.group }] : [];
  });
}

const noVisits = { wait: null, whole: null, steps: null, abandoned: null, noShow: null };

function shownVisits(counted: CountedVisits): Figures['visitors'] {
  if (counted.visits === 0) return { visits: 0, ...noVisits };
  return isSmall(counted) ? { visits: null, ...noVisits } : counted;
}

const ofQueue = (rows: readonly AccuracyOfQueue[], id: string | null) =>
  rows.find(({ queueId }) => queueId === id) ?? { queueId: id, visits: 0, medianError: null, held: null };

/** Of the queues somebody was told of; of few, nothing, nor of the one that would tell of them by what is missing. */
function shownByQueue(
  names: readonly Pick<Figures['byQueue'][number], 'id' | 'name'>[],
  first: readonly AccuracyOfQueue[],
  latest: readonly AccuracyOfQueue[],
): Figures['accuracy']['byQueue'] {
  const told = [first, latest].map((rows) => toldOf(rows.filter(({ queueId }) => queueId !== null)));
  return names.flatMap((named) => {
    const rows = [first, latest].map((all) => all.find(({ queueId }) => queueId === named.id));
    if (rows.every((row) => row === undefined)) return [];
    const [atArrival, last] = rows.map((row, n) => (row && told[n]?.has(row) ? shownAccuracy(row) : untoldAccuracy));
    return [{ ...named, first: atArrival ?? untoldAccuracy, latest: last ?? untoldAccuracy }];
  });
}

const untoldAccuracy = { visits: null, medianErrorMinutes: null, held: null };

function shownAccuracy({ visits, medianError, held }: Omit<AccuracyOfQueue, 'queueId'>): Figures['accuracy']['first'] {
  if (visits === 0) return { visits, medianErrorMinutes: null, held: null };
  return isSmall({ visits }) ? untoldAccuracy : { visits, medianErrorMinutes: medianError, held };
}
