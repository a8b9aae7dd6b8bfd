import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Db } from '../../../../platform/db/transaction.ts';
import type { Names } from '../../../directory/types.ts';
import { isVideoCall } from '../../booking/meeting-link.ts';
import { interpreted, interpreterNeeds } from '../../free/queries.ts';
import type { BookedWith } from '../../previsit/unmet.ts';
import { isLeft } from '../../stops/places.ts';
import { type NamedStop, namedStop } from '../../stops/queries.ts';
import type { AppointmentState, Way } from '../../types.ts';

export type OfferRow = {
  id: string;
  organisationId: string;
  name: { fi: string; sv: string; en: string };
  who: 'public' | 'staff' | 'invited';
  minutes: number;
  ways: Way[];
  placeIds: string[];
  /** Who keeps the points where it is given. */
  placeOrgs: string[];
  needs: string[];
  interpreterNeeds: string[];
  interpreterLanguages: string[];
  mostPeople: number;
  fixed: boolean;
};

/** Everything that can be booked now, or one of it: at no point that is no more. */
export async function offerRows({ db, clock }: { db: Db; clock: Clock }, id: string | null): Promise<OfferRow[]> {
  const { rows } =
    await sql<OfferRow>`select b.id, b.organisation_id as "organisationId", b.name, b.who, b.minutes, b.ways, b.most_people as "mostPeople", b.fixed,
      coalesce(p.ids, '{}') as "placeIds", coalesce(p.orgs, '{}') as "placeOrgs",
      array(select distinct r ->> 'need' from jsonb_array_elements(b.rules) r) as needs, ${interpreterNeeds} as "interpreterNeeds",
      ${interpreted} as "interpreterLanguages"
    from bookable b left join lateral (select array_agg(bp.point_id order by bp.point_id) filter (where ${isLeft(clock)}) as ids, array_agg(distinct p.organisation_id) as orgs
      from bookable_place bp join service_point p on p.id = bp.point_id where bp.bookable_id = b.id) p on true
    where b.active and (${id}::uuid is null or b.id = ${id}::uuid) order by b.name ->> 'fi', b.id`.execute(db);
  return rows;
}

export type StaffRow = {
  id: string;
  bookableId: string;
  serviceName: Names & { fi: string; sv: string; en: string };
  bring: Record<string, string>;
  ownerOrg: string;
  pointId: string | null;
  pointOrg: string | null;
  stop: NamedStop | null;
  bookedBy: string | null;
  way: Way;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  state: AppointmentState;
  lateUntil: Temporal.Instant | null;
  servedAt: Temporal.Instant | null;
  doneAt: Temporal.Instant | null;
  left: boolean;
  language: string;
  needs: string[];
  interpreterLanguage: string | null;
  contact: string | null;
  isVideoCall: boolean;
  meetingLink: string | null;
  secretHash: string;
  matterId: string | null;
  stepId: string | null;
  expectedId: string | null;
  visitId: string | null;
  /** Nobody is called to a meeting of many. */
  visitCode: string | null;
  answers: string | null;
  writtenAt: Temporal.Instant | null;
  people: number;
  jointId: string | null;
  sessionId: string | null;
  /** Null: at a meeting of many, which takes what it takes. */
  bookedWith: Pick<BookedWith, 'service' | 'taken'> | null;
};

/** Agreed times with how they stand; `which` is about `appointment a`. */
export async function staffRows(db: Db, which: RawBuilder<unknown>): Promise<StaffRow[]> {
  const { rows } =
    await sql<StaffRow>`select a.id, a.bookable_id as "bookableId", b.name as "serviceName", b.bring, a.owner_org as "ownerOrg",
      a.point_id as "pointId", p.organisation_id as "pointOrg", ${namedStop} as stop, a.booked_by as "bookedBy",
      a.way, a.starts_at as "startsAt", a.ends_at as "endsAt",
      a.state, a.late_until as "lateUntil", a.served_at as "servedAt", a.done_at as "doneAt",
      (v.ended_at is not null and v.ended_how not in ('served', 'meeting')) as left, a.language, a.needs, a.interpreter_language as "interpreterLanguage", a.contact, ${isVideoCall} as "isVideoCall", a.meeting_link as "meetingLink", a.secret_hash as "secretHash",
      a.matter_id as "matterId", a.step_id as "stepId", a.expected_id as "expectedId", v.id as "visitId",
      case when v.ended_how is distinct from 'meeting' then v.code end as "visitCode",
      f.answers, f.written_at as "writtenAt", a.people, a.joint_id as "jointId", a.session_id as "sessionId", case when a.session_id is null then jsonb_build_object(
        'service', jsonb_build_object('minutes', b.minutes, 'minutesEach', b.minutes_each, 'parts', b.parts, 'rules', b.rules),
        'taken', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'features', r.features, 'languages', r.languages)), '[]') from appointment_resource ar
          join resource r on r.id = ar.resource_id where ar.appointment_id = a.id and ar.live)) end as "bookedWith"
    from appointment a join bookable b on b.id = a.bookable_id left join service_point p on p.id = a.point_id left join bus_stop s on s.id = a.stop_id
      left join expected_visit e on e.id = a.expected_id left join visit v on v.id = e.visit_id and a.state = 'arrived'
      left join previsit f on f.appointment_id = a.id
    where a.state not in ('held', 'expired') and ${which} order by a.starts_at, a.id`.execute(db);
  return rows.map((row) => ({ ...row, left: row.left ?? false }));
}

export const withId = (id: string): RawBuilder<unknown> => sql`a.id = ${id}::uuid`;
/** Also of those that the matter took in when they were joined: its steps came along. */
export const ofMatter = (matterId: string): RawBuilder<unknown> =>
  sql`(a.matter_id = ${matterId}::uuid or a.step_id in (select s.id from step s where s.matter_id = ${matterId}::uuid))`;
export const ofExpected = (expectedId: string): RawBuilder<unknown> => sql`a.expected_id = ${expectedId}::uuid`;
export const ofJoint = (jointId: string): RawBuilder<unknown> => sql`a.joint_id = ${jointId}::uuid`;
export const ofVisit = (visitId: string): RawBuilder<unknown> =>
  sql`a.expected_id in (select e2.id from expected_visit e2 where e2.visit_id = ${visitId}::uuid)`;
