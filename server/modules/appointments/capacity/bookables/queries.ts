import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Bookable, BookableInput } from './schema.ts';

export type BookableRow = Omit<Bookable, 'kept'>;

const columns = sql`b.id, b.organisation_id as "organisationId", b.service_id as "serviceId", b.situations, b.name, b.bring, b.minutes,
  b.buffer_before as "bufferBefore", b.buffer_after as "bufferAfter", b.step, b.notice, b.horizon_days as "horizonDays", b.most_per_person as "mostPerPerson",
  b.most_people as "mostPeople", b.minutes_each as "minutesEach", b.fixed, b.missed_after as "missedAfter", b.answer_minutes as "answerMinutes", b.most_unanswered as "mostUnanswered",
  b.who, b.ways, b.parts, b.rules, b.active, b.version, coalesce((select jsonb_agg(jsonb_build_object('pointId', bp.point_id, 'queueId', bp.queue_id)
    order by bp.point_id) from bookable_place bp where bp.bookable_id = b.id), '[]') as places`;

/** Those no longer used too. */
export async function allBookables(db: Db): Promise<BookableRow[]> {
  return (await sql<BookableRow>`select ${columns} from bookable b order by b.name ->> 'fi', b.id`.execute(db)).rows;
}

export async function lockBookable(trx: Trx, id: string): Promise<BookableRow | undefined> {
  return (await sql<BookableRow>`select ${columns} from bookable b where b.id = ${id}::uuid for update of b`.execute(trx)).rows[0];
}

export async function bookableOf(db: Db, id: string): Promise<BookableRow | undefined> {
  return (await sql<BookableRow>`select ${columns} from bookable b where b.id = ${id}::uuid`.execute(db)).rows[0];
}

export async function insertBookable(trx: Trx, it: BookableInput): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into bookable (organisation_id, service_id, situations, name, bring, minutes, buffer_before, buffer_after,
      step, notice, horizon_days, most_per_person, most_people, minutes_each, fixed, missed_after, answer_minutes, most_unanswered, who, ways, parts, rules, active)
    values (${it.organisationId}::uuid, ${it.serviceId}::uuid, ${it.situations}::text[], ${json(it.name)}, ${json(it.bring)}, ${it.minutes}, ${it.bufferBefore},
      ${it.bufferAfter}, ${it.step}, ${it.notice}, ${it.horizonDays}, ${it.mostPerPerson}, ${it.mostPeople}, ${it.minutesEach}, ${it.fixed}, ${it.missedAfter}, ${it.answerMinutes}, ${it.mostUnanswered}, ${it.who}, ${it.ways}::text[], ${json(it.parts)}, ${json(it.rules)},
      ${it.active}) returning id`.execute(trx);
  const { id } = rows[0] as { id: string };
  await insertPlaces(trx, id, it.places);
  return id;
}

export async function updateBookable(trx: Trx, id: string, it: BookableInput): Promise<void> {
  await sql`update bookable set organisation_id = ${it.organisationId}::uuid, service_id = ${it.serviceId}::uuid, situations = ${it.situations}::text[], name = ${json(it.name)},
    bring = ${json(it.bring)}, minutes = ${it.minutes}, buffer_before = ${it.bufferBefore}, buffer_after = ${it.bufferAfter}, step = ${it.step}, notice = ${it.notice},
    horizon_days = ${it.horizonDays}, most_per_person = ${it.mostPerPerson}, most_people = ${it.mostPeople}, minutes_each = ${it.minutesEach}, fixed = ${it.fixed}, missed_after = ${it.missedAfter}, answer_minutes = ${it.answerMinutes}, most_unanswered = ${it.mostUnanswered}, who = ${it.who}, ways = ${it.ways}::text[], parts = ${json(it.parts)},
    rules = ${json(it.rules)}, active = ${it.active}, version = version + 1 where id = ${id}::uuid`.execute(trx);
  await sql`delete from bookable_place where bookable_id = ${id}::uuid`.execute(trx);
  await insertPlaces(trx, id, it.places);
}

async function insertPlaces(trx: Trx, id: string, places: BookableInput['places']): Promise<void> {
  await sql`insert into bookable_place (bookable_id, point_id, queue_id)
    select ${id}::uuid, x."pointId", x."queueId" from jsonb_to_recordset(${json(places)}) as x ("pointId" uuid, "queueId" uuid)`.execute(
    trx,
  );
}

/** Whether each queue is one of its place, in use. */
export async function areQueuesOfPlaces(db: Db, places: BookableInput['places']): Promise<boolean> {
  const { rows } = await sql`select from jsonb_to_recordset(${json(places)}) as x ("pointId" uuid, "queueId" uuid)
    where x."queueId" is not null and not exists (select from queue q where q.id = x."queueId" and q.point_id = x."pointId" and q.active) limit 1`.execute(
    db,
  );
  return rows.length === 0;
}

export async function isService(db: Db, id: string): Promise<boolean> {
  return (await sql`select from service where id = ${id}::uuid`.execute(db)).rows.length > 0;
}

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;
