import type { Derivation } from '../../../../platform/live/derivation.ts';
import type { Actor } from '../../../identity/types.ts';
import { APPOINTMENT_CHANGED, CALENDAR_CHANGED, MEETING_MISSED, type MeetingMissed } from '../../events.ts';
import { servesFor } from '../../sessions/policy.ts';
import { servesCustomers } from './sight.ts';

const topic = 'appointments:all';
export const calendarTopics: readonly string[] = [topic];

export const calendarLive: Derivation<Actor> = {
  types: [APPOINTMENT_CHANGED, CALENDAR_CHANGED, MEETING_MISSED],
  // Whose it is, is not told: an open calendar is fetched again, and asks then who may see what.
  derive: ({ type }) => [{ topic, id: type === MEETING_MISSED ? 'missed' : 'calendar' }],
  async audience(_, callers, { type, data }) {
    if (type !== MEETING_MISSED) return callers.filter(servesCustomers);
    const { organisationId } = data as MeetingMissed;
    return callers.filter((caller) => servesFor(caller).includes(organisationId));
  },
};
