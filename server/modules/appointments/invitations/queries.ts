import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import { interpreted, interpreterNeeds } from '../free/queries.ts';
import { isLeft } from '../stops/places.ts';
import type { Way } from '../types.ts';
import type { Invitable, Invitation } from './schema.ts';

export type InvitationRow = {
  id: string;
  matterId: string;
  customerId: string;
  ownerOrg: string;
  bookableId: string;
  serviceName: Names;
  way: Way;
  pointIds: string[];
  deadline: Temporal.Instant;
  language: string;
  needs: string[];
  interpreterLanguage: string | null;
  content: string | null;
  secretHash: string;
  state: Invitation['state'];
  appointmentId: string | null;
  startsAt: Temporal.Instant | null;
  stepId: string | null;
  sentAt: Temporal.Instant;
  openedAt: Temporal.Instant | null;
};

const columns = sql`i.id, i.matter_id as "matterId", i.customer_id as "customerId", i.owner_org as "ownerOrg", i.bookable_id as "bookableId",
  b.name as "serviceName", i.way, i.point_ids as "pointIds", i.deadline, i.language, i.needs, i.interpreter_language as "interpreterLanguage", i.content, i.secret_hash as "secretHash", i.state,
  i.appointment_id as "appointmentId", a.starts_at as "startsAt", i.step_id as "stepId", i.sent_at as "sentAt", i.opened_at as "openedAt"`;
const rows = sql`invitation i join bookable b on b.id = i.bookable_id left join appointment a on a.id = i.appointment_id`;

export async function invitationOf(db: Db, id: string): Promise<InvitationRow | undefined> {
  return (await sql<InvitationRow>`select ${columns} from ${rows} where i.id = ${id}::uuid`.execute(db)).rows[0];
}

/** Take the matter's lock first. */
export async function lockInvitation(trx: Trx, id: string): Promise<InvitationRow | undefined> {
  return (await sql<InvitationRow>`select ${columns} from ${rows} where i.id = ${id}::uuid for update of i`.execute(trx)).rows[0];
}

export async function invitationsOfMatter(db: Db, matterId: string): Promise<InvitationRow[]> {
  return (
    await sql<InvitationRow>`select ${columns} from ${rows} where i.matter_id = ${matterId}::uuid order by i.sent_at desc, i.id`.execute(db)
  ).rows;
}

export async function invitationOfSecret(db: Db, secretHash: string): Promise<string | undefined> {
  return (await sql<{ id: string }>`select id from invitation where secret_hash = ${secretHash}`.execute(db)).rows[0]?.id;
}

export async function invitationOfAppointment(db: Db, appointmentId: string): Promise<InvitationRow | undefined> {
  return (await sql<InvitationRow>`select ${columns} from ${rows} where i.appointment_id = ${appointmentId}::uuid`.execute(db)).rows[0];
}

/** Nobody has booked by the last day; a hundred at a time, since each is ended in a change of its own. */
export async function overdueInvitations(db: Db, now: Temporal.Instant): Promise<InvitationRow[]> {
  const found =
    await sql<InvitationRow>`select ${columns} from ${rows} where i.state in ('sent', 'opened') and i.deadline <= ${now}::timestamptz
    order by i.deadline, i.id limit 100`.execute(db);
  return found.rows;
}

export type NewInvitation = Pick<
  InvitationRow,
  | 'id'
  | 'matterId'
  | 'customerId'
  | 'ownerOrg'
  | 'bookableId'
  | 'way'
  | 'pointIds'
  | 'deadline'
  | 'language'
  | 'needs'
  | 'interpreterLanguage'
  | 'secretHash'
  | 'sentAt'
> & { content: string; stepId: string; invitedBy: string };

export async function insertInvitation(trx: Trx, it: NewInvitation): Promise<void> {
  await sql`insert into invitation (id, matter_id, customer_id, owner_org, bookable_id, way, point_ids, deadline, language, needs, interpreter_language, content, secret_hash, step_id,
      invited_by, sent_at)
    values (${it.id}::uuid, ${it.matterId}::uuid, ${it.customerId}::uuid, ${it.ownerOrg}::uuid, ${it.bookableId}::uuid, ${it.way}, ${it.pointIds}::uuid[],
      ${it.deadline}::timestamptz, ${it.language}, ${it.needs}::text[], ${it.interpreterLanguage}, ${it.content}, ${it.secretHash}, ${it.stepId}::uuid, ${it.invitedBy}::uuid,
      ${it.sentAt}::timestamptz)`.execute(trx);
}

export async function setState(
  trx: Trx,
  id: string,
  state: Invitation['state'],
  { now, appointmentId = null }: { now: Temporal.Instant; appointmentId?: string | null },
): Promise<void> {
  await sql`update invitation set state = ${state}, version = version + 1, appointment_id = coalesce(${appointmentId}::uuid, appointment_id),
    opened_at = case when ${state === 'opened'} then ${now}::timestamptz else opened_at end,
    ended_at = case when ${state === 'opened'} then ended_at else ${now}::timestamptz end where id = ${id}::uuid`.execute(trx);
}

export type Offered = Invitable['services'][number] & { organisationId: string; who: 'public' | 'staff' | 'invited' };

/** What can be booked at all, with where: not at a point that is no more. */
export async function bookablesWithPlaces({ db, clock }: { db: Db; clock: Clock }): Promise<Offered[]> {
  const found =
    await sql<Offered>`select b.id, b.organisation_id as "organisationId", b.who, b.name, b.minutes, b.ways, b.who = 'invited' as "byInvitation",
      b.horizon_days as "horizonDays", array(select r ->> 'need' from jsonb_array_elements(b.rules) r) as needs,
      ${interpreterNeeds} as "interpreterNeeds", ${interpreted} as "interpreterLanguages",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name ->> 'fi', p.id) from bookable_place bp
        join service_point p on p.id = bp.point_id and ${isLeft(clock)} where bp.bookable_id = b.id), '[]') as places
    from bookable b where b.active and not b.fixed order by b.name ->> 'fi', b.id`.execute(db);
  return found.rows;
}

export type CustomerRow = { name: string; email: string | null; phone: string | null; language: string; arrangements: string[] };

/** Contact data under turvakielto are used for nothing. What is arranged for them is what they need. */
export async function invitedCustomer(db: Db, customerId: string, now: Temporal.Instant): Promise<CustomerRow | undefined> {
  const found =
    await sql<CustomerRow>`select trim(c.given_name || ' ' || c.family_name) as name, case when not c.restricted then c.email end as email,
      case when not c.restricted then c.phone end as phone, c.language,
      array(select a.kind from arrangement a where a.customer_id = c.id and a.ended_at is null and (a.expires_on is null or a.expires_on >= ${now}::timestamptz::date)) as arrangements
    from customer c where c.id = ${customerId}::uuid`.execute(db);
  return found.rows[0];
}
