import { type Kysely, sql } from 'kysely';
import { specialistChanged } from '../../../../server/modules/knowledge/specialists/events.ts';
import { putPresence, putSpecialist } from '../../../../server/modules/knowledge/specialists/queries.ts';
import type { PresenceState } from '../../../../server/modules/knowledge/specialists/schema.ts';
import { dayOf, endOfDay } from '../../../../server/platform/clock/day.ts';
import type { OpeningHours } from '../../../../server/platform/clock/opening.ts';
import type { Tables } from '../../../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../../server/platform/db/transaction.ts';
import { type Places, placesOf } from '../../matters/places.ts';
import { serviceId } from '../records.ts';
import { type DemoSpecialist, specialists } from './list.ts';

/** What some say of the day the demo begins on. */
const SAID: [string, PresenceState][] = [
  ['Daniel Berg', 'available'],
  ['Sari Niemi', 'busy'],
];

/** The demo's specialists. Does nothing where there is one already. @returns how many were written */
export async function seedSpecialists(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql`select from specialist limit 1`.execute(trx);
    const places = await placesOf(trx);
    if (rows.length > 0 || !places) return 0;
    for (const one of specialists) await write(trx, places, { ...one, backup: undefined }, 0, now);
    for (const one of specialists.filter(({ backup }) => backup)) await write(trx, places, one, 1, now);
    for (const [name, state] of SAID) await putPresence(trx, places.person(name), { state, until: endOfDay(dayOf(now)) });
    return specialists.length;
  });
}

type Unnamed = Omit<DemoSpecialist, 'backup'> & { backup?: string | undefined };

/** A backup's own profile has to be there before it is named: `version` is the one that is changed. */
async function write(trx: Trx, places: Places, one: Unnamed, version: number, now: Temporal.Instant): Promise<void> {
  const id = places.person(one.person);
  const unit = places.unit(one.unit);
  const hours = (days: DemoSpecialist['onDuty']): OpeningHours => ({
    zone: unit.opening.zone,
    weekly: days.map(([weekday, opens, closes]) => ({ weekday, opens, closes })),
    exceptions: [],
    holidaysClosed: true,
  });
  const profile = {
    unitId: unit.id,
    skills: one.skills,
    languages: one.languages,
    serviceIds: one.services.map(serviceId),
    cardIds: [],
    askedBy: one.asked,
    phone: one.phone ?? '',
    phoneHours: one.phoneHours ? hours(one.phoneHours) : null,
    duty: hours(one.onDuty),
    backupId: one.backup ? places.person(one.backup) : null,
  };
  await putSpecialist(trx, id, version, profile, now);
  await specialistChanged(trx, id);
}
