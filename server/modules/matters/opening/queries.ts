import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { ArrangementInput, CustomerInput } from '../../customers/schema.ts';
import { insertArrangements, insertCustomer } from '../../customers/service.ts';
import type { ContactInput } from '../contacts/schema.ts';
import type { NeedInput } from '../needs/schema.ts';
import { auditRow, eventRow, type Trace } from '../trace.ts';
import type { Call } from '../types.ts';

export type NewMatter = {
  id: string;
  contactId: string;
  customerId: string;
  /** Null: the customer exists already. */
  newCustomer: (CustomerInput & { known: boolean }) | null;
  title: string;
  language: string;
  ownerOrg: string;
  unitId: string;
  personId: string | null;
  pointId: string | null;
  arrivedAt: Temporal.Instant;
  /** Of the contact it opens from; null while that goes on. */
  endedAt: Temporal.Instant | null;
  dueAt: Temporal.Instant | null;
  actingFor: unknown;
  contact: ContactInput;
  needs: (NeedInput & { id: string })[];
  arrangements: ArrangementInput[];
};

/** A row of the caller's that goes in with the matter in the same statement. */
export type Alongside = (matterId: string) => RawBuilder<unknown>;

/**
 * Writes a whole matter in one statement and so in one round trip: opening is the hottest write of a front office.
 * Foreign keys are checked at the end of the statement, so the order of its parts does not matter.
 * @returns the speakable number the sequence gave
 */
export async function insertMatter(
  trx: Trx,
  call: Call | null,
  matter: NewMatter,
  trace: Trace,
  alongside: RawBuilder<unknown> = sql`select 1`,
): Promise<string> {
  const { newCustomer: customer, contact } = matter;
  const written = await sql<{ number: string }>`
    with new_customer as (${customer ? insertCustomer(matter.customerId, customer) : sql`select 1`}
    ), new_matter as (
      insert into matter (id, customer_id, title, language, owner_org, unit_id, person_id, point_id, opened_channel, arrived_at, awaits_since, due_at, acting_for)
      values (${matter.id}::uuid, ${matter.customerId}::uuid, ${matter.title}, ${matter.language}, ${matter.ownerOrg}::uuid, ${matter.unitId}::uuid,
        ${matter.personId}::uuid, ${matter.pointId}::uuid, ${contact.channel}, ${matter.arrivedAt}::timestamptz, ${matter.arrivedAt}::timestamptz,
        ${matter.dueAt}::timestamptz, ${matter.actingFor ? JSON.stringify(matter.actingFor) : null}::jsonb)
      returning number
    ), new_needs as (
      insert into need (id, matter_id, owner_org, position, organisation_id, service_name, own_words, state)
      select x.id, ${matter.id}::uuid, ${matter.ownerOrg}::uuid, x.position, x.organisation_id, x.service_name, x.own_words,
        case when x.organisation_id is null then 'identified' else 'directed' end
      from jsonb_to_recordset(${needRows(matter)}::jsonb) as x(id uuid, position int, organisation_id uuid, service_name text, own_words text)
    ), new_contact as (
      insert into contact (id, matter_id, owner_org, channel, direction, started_at, ended_at, person_id, point_id, identification, summary)
      values (${matter.contactId}::uuid, ${matter.id}::uuid, ${matter.ownerOrg}::uuid, ${contact.channel}, ${contact.direction},
        ${matter.arrivedAt}::timestamptz, ${matter.endedAt}::timestamptz, ${matter.personId}::uuid, ${matter.pointId}::uuid, ${contact.identification}, ${contact.summary})
    ), new_arrangements as (${insertArrangements(matter.customerId, matter.arrangements, { by: matter.personId, at: contact.channel, pointId: matter.pointId })}
    ), audited as (${auditRow(call, trace)}), told as (${eventRow(trace)}), beside as (${alongside})
    select number from new_matter`.execute(trx);
  return (written.rows[0] as { number: string }).number;
}

function needRows(matter: NewMatter): string {
  return JSON.stringify(
    matter.needs.map((need, index) => ({
      id: need.id,
      position: index + 1,
      organisation_id: need.organisationId ?? null,
      service_name: need.serviceName ?? null,
      own_words: need.ownWords,
    })),
  );
}

/** What a repeated call is answered with: the matter it opened the first time. */
export async function openedBefore(db: Db, matterId: string): Promise<{ id: string; number: string; contactId: string }> {
  const found = await sql<{ id: string; number: string; contactId: string }>`select m.id, m.number, c.id as "contactId" from matter m
    join contact c on c.matter_id = m.id where m.id = ${matterId}::uuid order by c.started_at limit 1`.execute(db);
  return found.rows[0] as { id: string; number: string; contactId: string };
}
