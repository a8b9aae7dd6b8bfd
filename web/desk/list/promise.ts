import { epochOf, minutesBetween } from '../../shared/ui/time-format.ts';

/** How a wait stands against what was promised: quiet until it matters. Minutes. */
export type Standing = { waited: number; promised: number | null; level: 'quiet' | 'near' | 'over' };

/** From this share of the promised time on it is near. */
const nearShare = 0.75;

export function standingOf(since: string, dueAt: string | null, now: number): Standing {
  const waited = minutesBetween(since, now);
  if (dueAt === null) return { waited, promised: null, level: 'quiet' };
  const promised = minutesBetween(since, dueAt);
  if (now >= epochOf(dueAt)) return { waited, promised, level: 'over' };
  const share = (now - epochOf(since)) / Math.max(1, epochOf(dueAt) - epochOf(since));
  return { waited, promised, level: share >= nearShare ? 'near' : 'quiet' };
}
