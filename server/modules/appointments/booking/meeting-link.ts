import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../platform/keys/keys.ts';
import type { AppointmentState, Way } from '../types.ts';

const place = (id: string) => ({ table: 'appointment', row: id, column: 'meeting_link' });

export const sealMeetingLink = (keys: Keyring, id: string, link: string): string => encrypt(keys, link, place(id));

type Sealed = { id: string; state: AppointmentState; meetingLink: string | null };

/** Where the video call is opened, as this row itself says it; of one that is cancelled, missed or only held there is none. */
export const openMeetingLink = (keys: Keyring, { id, state, meetingLink }: Sealed): string | null =>
  meetingLink !== null && isOn(state) ? decrypt(keys, meetingLink, place(id)) : null;

type Seat = Sealed & { way: Way; sessionId: string | null };
type Opening = { db: Db; keys: Keyring };

/** Where the video call of each is opened: of a place at a meeting of many where its house says, once for all who come. */
export async function meetingLinksOf({ db, keys }: Opening, those: readonly Seat[]): Promise<Map<string, string>> {
  const sessionIds = those.flatMap(({ way, state, sessionId }) => (sessionId && way === 'remote' && isOn(state) ? sessionId : []));
  const houses = await housesOf(db, sessionIds);
  const links = new Map<string, string>();
  for (const one of those) {
    const said = one.sessionId ? isOn(one.state) && houses.get(one.sessionId) : one;
    const link = said && openMeetingLink(keys, said);
    if (link) links.set(one.id, link);
  }
  return links;
}

export const meetingLinkOf = async (opening: Opening, one: Seat): Promise<string | null> =>
  (await meetingLinksOf(opening, [one])).get(one.id) ?? null;

async function housesOf(db: Db, sessionIds: readonly string[]): Promise<Map<string, Sealed>> {
  if (sessionIds.length === 0) return new Map();
  const { rows } = await sql<Sealed & { sessionId: string }>`select s.id as "sessionId", h.id, h.state, h.meeting_link as "meetingLink"
    from booking_session s join appointment h on h.id = s.house_id where s.id = any(${sessionIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ sessionId, ...house }) => [sessionId, house]));
}

/** Whether one may still meet. */
export const isOn = (state: AppointmentState): boolean => state === 'confirmed' || state === 'arrived';

/** Of `appointment a`: by video, with one customer, or the house's own of a meeting of many. A place at one has no link of its own. */
export const isVideoCall: RawBuilder<boolean> = sql<boolean>`(a.way = 'remote' and a.session_id is null)`;

const MISSED_HOURS = 24;

/** A day before it begins there should be a link. */
export function lacksLink(link: string | null, { state, startsAt, endsAt }: Lacking, now: Temporal.Instant): boolean {
  const isNear = Temporal.Instant.compare(now, startsAt.subtract({ hours: MISSED_HOURS })) >= 0;
  return link === null && isOn(state) && isNear && Temporal.Instant.compare(now, endsAt) < 0;
}
type Lacking = { state: AppointmentState; startsAt: Temporal.Instant; endsAt: Temporal.Instant };
