import type { Booking } from '../types.ts';
import { type OfferedAt, offeredSessions, sessionsOfSeries } from './queries.ts';
import type { Course, Meeting } from './schema.ts';

/** Single meetings that anybody may book now; full ones too, since others give their places back. */
export async function offeredMeetings({ db, clock }: Pick<Booking, 'db' | 'clock'>, at: OfferedAt = {}): Promise<Meeting[]> {
  const sessions = await offeredSessions(db, clock.now(), at);
  return sessions.filter(({ seriesId }) => seriesId === null).map(({ seriesId: _, ...meeting }) => meeting);
}

/** Courses that have not begun; as many places as the meeting with the fewest has. */
export async function offeredCourses({ db, clock }: Pick<Booking, 'db' | 'clock'>, at: OfferedAt = {}): Promise<Course[]> {
  const sessions = (await offeredSessions(db, clock.now(), at)).filter(({ seriesId }) => seriesId !== null);
  const courses: Course[] = [];
  for (const [id, those] of Map.groupBy(sessions, ({ seriesId }) => seriesId as string)) {
    const all = (await sessionsOfSeries(db, id)).filter(({ cancelledAt }) => cancelledAt === null);
    // One of its meetings is past already.
    if (all.length > those.length) continue;
    const [{ serviceId, name, placeId, way }] = those as [(typeof those)[number]];
    const [capacity, free] = [Math.min(...those.map((one) => one.capacity)), Math.min(...those.map((one) => one.free))];
    const meetings = all.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    courses.push({ id, serviceId, name, placeId, way, capacity, free, meetings });
  }
  return courses;
}
