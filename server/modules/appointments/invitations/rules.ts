import { DEFAULT_ZONE } from '../../../platform/clock/day.ts';
import type { Actor } from '../../identity/types.ts';
import type { InvitationRow, Offered } from './queries.ts';

/** The morning so many days before the last, at this hour. */
const REMIND_DAYS = 2;
const REMIND_HOUR = 9;

const atHour = (day: Temporal.PlainDate, hour: number): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: DEFAULT_ZONE, plainTime: { hour } }).toInstant();

/** When the last day to book is over. Pure. */
export const endOf = (until: Temporal.PlainDate): Temporal.Instant => atHour(until.add({ days: 1 }), 0);

/** When whoever has not booked is reminded; null when it is sent so late that the reminder would come at its heels. Pure. */
export function reminderOf(until: Temporal.PlainDate, sentAt: Temporal.Instant): Temporal.Instant | null {
  const at = atHour(until.subtract({ days: REMIND_DAYS }), REMIND_HOUR);
  return Temporal.Instant.compare(at, sentAt.add({ hours: 24 })) > 0 ? at : null;
}

/** A public service by anyone; what is by invitation or booked by staff, by its own organisation's people. Pure. */
export const mayInviteTo = (actor: Actor, { who, organisationId }: Pick<Offered, 'who' | 'organisationId'>): boolean =>
  who === 'public' || actor.grants.some((grant) => grant.organisationId === organisationId);

/** What its link does at this moment, whether or not the job of the deadline has run. Pure. */
export function standing({ state, deadline }: Pick<InvitationRow, 'state' | 'deadline'>, now: Temporal.Instant): InvitationRow['state'] {
  const isOpen = state === 'sent' || state === 'opened';
  return isOpen && Temporal.Instant.compare(deadline, now) <= 0 ? 'expired' : state;
}
