import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { deviceSelf } from '../devices/service.ts';
import type { Device } from '../devices/types.ts';
import { dayAtPoint } from '../presence/day.ts';
import { counterAt } from '../recordings/queries.ts';
import type { Language } from '../recordings/schema.ts';
import { type Speaking, soundsOfCall } from '../recordings/speech.ts';
import { slidesToday } from '../slides/service.ts';
import type { Floor } from '../types.ts';
import type { DisplayView, ShownCall } from './schema.ts';

/** As many as can be read at once; the display itself shows what fits. */
const MOST = 12;
/** A call stays to be read this long after the visitor has come. */
const SHOWN_MINUTES = 20;

/** What a display draws when it starts, and when it has been away. @throws NotFound where the point has been closed */
export async function displayView(floor: Floor, device: Device): Promise<DisplayView> {
  const { settings } = await deviceSelf(floor, device);
  const { points } = await floor.directory.read();
  const point = points.find(({ id }) => id === device.pointId);
  if (!point) throw new NotFound();
  const now = floor.clock.now();
  const shows = settings.shows ?? 'all';
  const calls = lastOfEach(await latestCalls(floor.db, point.id, now.subtract({ minutes: SHOWN_MINUTES })));
  const today = await hereToday(floor, point.id);
  return {
    point: { name: point.name, zone: point.zone },
    now: now.toString(),
    shows,
    speaks: settings.speaks ?? true,
    calls: calls.filter(({ appointment }) => shows === 'all' || appointment === (shows === 'appointments')).slice(0, MOST),
    languages: settings.languages ?? ['fi', 'sv'],
    byTurns: settings.byTurns ?? false,
    ways: settings.ways ?? [],
    slides: (settings.slides ?? true) ? await slidesToday(floor, point.id, point.zone) : [],
    today,
  };
}

/**
 * A call as this display says it, with the way as it is shown here.
 * @throws NotFound for a counter of another point
 */
export async function callAloud(
  deps: Floor & Speaking,
  device: Device,
  language: Language,
  code: string,
  counterId: string,
): Promise<{ sounds: string[] }> {
  const [counter, { settings }] = [await counterAt(deps.db, device.pointId, counterId), await deviceSelf(deps, device)];
  if (!counter) throw new NotFound();
  const here = settings.ways?.find((way) => way.counterId === counterId);
  const way = here ?? { direction: counter.direction, words: null };
  const sums = await soundsOfCall(deps, language, device.pointId, code, counter, way);
  return { sounds: sums.map((sum) => `/api/device/sounds/${sum}`) };
}

/** Whoever has gone on to another counter is not sent back to the one before. */
const lastOfEach = (calls: readonly ShownCall[]): ShownCall[] =>
  calls.filter(({ code }, at) => calls.findIndex((call) => call.code === code) === at);

/** Nobody, at a point where no authority's presence is known. */
async function hereToday(floor: Floor, pointId: string): Promise<DisplayView['today']> {
  const known = await dayAtPoint(floor, pointId).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  return known?.day.here.map(({ organisationId, ...here }) => here) ?? [];
}

async function latestCalls(db: Db, pointId: string, since: Temporal.Instant): Promise<ShownCall[]> {
  type Row = Omit<ShownCall, 'at' | 'counter'> & { at: Temporal.Instant; counter: ShownCall['counter'] };
  const { rows } =
    await sql<Row>`select v.code, jsonb_build_object('id', c.id, 'name', c.name, 'direction', c.direction) as counter, s.called_at as at, s.calls, left(v.language, 2) as language,
      s.due_at is not null and v.came_by <> 'phone' as appointment, s.state = 'called' as "isNow"
    from visit_step s join visit v on v.id = s.visit_id join counter c on c.id = s.counter_id
    where s.point_id = ${pointId}::uuid and s.state in ('called', 'serving', 'finished') and (s.called_at > ${since}::timestamptz or s.state = 'called')
    order by s.called_at desc, v.code limit 40`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toString() }));
}
