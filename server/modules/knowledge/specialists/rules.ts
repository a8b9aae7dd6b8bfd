import { isOpen, nextOpening, type OpeningHours, openUntil } from '../../../platform/clock/opening.ts';
import type { Presence, Standing } from './schema.ts';

/** What tells how a specialist stands at a moment. `phoneHours` null: the telephone is answered when on duty. */
export type Watched = {
  id: string;
  name: string;
  duty: OpeningHours;
  phoneHours: OpeningHours | null;
  askedBy: readonly string[];
  backupId: string | null;
  presence: Presence | null;
};

/**
 * How each stands at `now`. Who is away is not on duty, whatever the hours say: the backup has the duty meanwhile, unless away as well.
 * A presence that has run out is none.
 */
export function standings(all: readonly Watched[], now: Temporal.Instant): Map<string, Standing> {
  const absent = all.filter((one) => isAway(one, now) && isOpen(one.duty, now));
  return new Map(all.map((one) => [one.id, standingOf(one, absent, now)]));
}

function standingOf(one: Watched, absent: readonly Watched[], now: Temporal.Instant): Standing {
  const away = isAway(one, now);
  const own = !away && isOpen(one.duty, now);
  const covered = away ? [] : absent.filter(({ backupId }) => backupId === one.id);
  const duties = [...(own ? [one.duty] : []), ...covered.map(({ duty }) => duty)];
  const onDuty = duties.length > 0;
  return {
    presence: presenceAt(one, now),
    onDuty,
    dutyUntil: last(duties.map((hours) => openUntil(hours, now))),
    nextDuty: nextOpening(one.duty, now),
    standsInFor: covered.map(({ id, name }) => ({ id, name })),
    answersPhone: !away && !isBusy(one, now) && one.askedBy.includes('call') && (one.phoneHours ? isOpen(one.phoneHours, now) : onDuty),
  };
}

/** When the clock alone next changes how any of them stands. */
export function changesAt(all: readonly Watched[], now: Temporal.Instant): Temporal.Instant | null {
  const moments = all.flatMap(({ duty, phoneHours, presence }) => [
    ...[duty, ...(phoneHours ? [phoneHours] : [])].map((hours) => openUntil(hours, now) ?? nextOpening(hours, now)),
    presence && isAfter(presence.until, now) ? presence.until : null,
  ]);
  return sorted(moments)[0] ?? null;
}

function presenceAt({ presence }: Watched, now: Temporal.Instant): Presence | null {
  return presence && isAfter(presence.until, now) ? presence : null;
}

const isAway = (one: Watched, now: Temporal.Instant) => presenceAt(one, now)?.state === 'away';
const isBusy = (one: Watched, now: Temporal.Instant) => presenceAt(one, now)?.state === 'busy';
const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;
const last = (moments: readonly (Temporal.Instant | null)[]) => sorted(moments).at(-1) ?? null;
const sorted = (moments: readonly (Temporal.Instant | null)[]) =>
  moments.filter((moment) => moment !== null).toSorted(Temporal.Instant.compare);
