import type { Kysely } from 'kysely';
import { calendarLive, calendarTopics } from './modules/appointments/service.ts';
import type { Actor } from './modules/identity/types.ts';
import { bulletinLive, bulletinTopics } from './modules/knowledge/bulletins/live.ts';
import { cardLive, cardTopics } from './modules/knowledge/cards/live.ts';
import { guideLive, guideTopics } from './modules/knowledge/guides/live.ts';
import { specialistLive, specialistTopics } from './modules/knowledge/specialists/live.ts';
import { supportLive, supportTopics } from './modules/knowledge/support/live.ts';
import { dataRequestLive, dataRequestTopic } from './modules/matters/data-requests/live.ts';
import { listTopics, matterLive } from './modules/matters/live.ts';
import { boardLive, callsLive } from './modules/queue/board/live.ts';
import { alarmLive, alarmTopics } from './modules/queue/disturbances/live.ts';
import type { Onlooker } from './modules/queue/service.ts';
import type { Tables } from './platform/db/tables.ts';
import type { Feed } from './platform/events/feed.ts';
import type { Derivation } from './platform/live/derivation.ts';
import { type Live, startLive } from './platform/live/live.ts';
import type { Log } from './platform/log/log.ts';

/** Whoever may have a stream open: staff, and at a service point its displays, kiosks and visitors. */
export type Listener = Actor | Onlooker;

/** What every desk follows besides what it asks for. */
export const staffTopics: readonly string[] = [
  ...listTopics,
  ...cardTopics,
  ...bulletinTopics,
  ...guideTopics,
  ...specialistTopics,
  ...supportTopics,
  dataRequestTopic,
  ...alarmTopics,
  ...calendarTopics,
];

const ofStaff: readonly Derivation<Actor>[] = [
  matterLive,
  dataRequestLive,
  cardLive,
  bulletinLive,
  guideLive,
  specialistLive,
  supportLive,
  boardLive,
  alarmLive,
  calendarLive,
];

export function startStreams({ db, feed, log }: { db: Kysely<Tables>; feed: Feed; log: Log }): Promise<Live<Listener>> {
  return startLive<Listener>({ db, feed, derivations: [...ofStaff.map(forStaffOnly), callsLive()], log });
}

/** What is derived for staff is never told to a device or a visitor, whatever topic they might come to follow. */
function forStaffOnly({ audience, ...rest }: Derivation<Actor>): Derivation<Listener> {
  if (audience === 'public') throw new Error('what is for staff asks who may hear it');
  return { ...rest, audience: (db, callers, event) => audience(db, callers.filter(isStaff), event) };
}

const isStaff = (caller: Listener): caller is Actor => caller.kind === 'staff';
