import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { dayOf } from '../../server/platform/clock/day.ts';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../server/platform/db/transaction.ts';
import { type DemoDocument, demoDocuments } from './documents/list.ts';
import { type Places, placesOf } from './matters/places.ts';
import { type Times, timesFrom } from './matters/times.ts';

/** Papers at the desks of the demo, at each stage of their way. Does nothing where there is one already. @returns how many it wrote */
export async function seedDocuments(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places || (await trx.selectFrom('document').select('id').limit(1).executeTakeFirst())) return 0;
    let written = 0;
    for (const one of demoDocuments) if (await writeDocument(trx, places, timesFrom(now), one, now)) written += 1;
    return written;
  });
}

async function writeDocument(trx: Trx, places: Places, times: Times, one: DemoDocument, now: Temporal.Instant): Promise<boolean> {
  const need = await needOf(trx, places, one);
  if (!need) return false;
  const unit = places.unit('mallila-neuvonta');
  const id = randomUUIDv7();
  const pointId = places.point(one.point);
  const events = one.events.map((event) => ({
    document_id: id,
    kind: event.kind,
    at: times(event.at, unit),
    person_id: places.person(event.by),
    org: event.org ? places.organisation(event.org) : unit.organisationId,
    point_id: event.org ? null : pointId,
    place: event.place ?? '',
    from_org: event.from ? places.organisation(event.from) : null,
    to_org: event.to ? places.organisation(event.to) : null,
    identification: event.kind === 'returned' ? 'document-seen' : null,
    note: event.note ?? '',
  }));
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return false;
  const place = await trx.selectFrom('service_point').select('name').where('id', '=', pointId).executeTakeFirstOrThrow();
  await trx
    .insertInto('document')
    .values({
      id,
      matter_id: need.matter_id,
      need_id: need.id,
      owner_org: unit.organisationId,
      organisation_id: places.organisation(one.organisation),
      kind: one.kind,
      title: one.title,
      pages: one.pages,
      return_by: one.returnIn === undefined ? null : dayOf(now).add({ days: one.returnIn }),
      arrived_at: first.at,
      arrived_point_id: pointId,
      arrived_place: (place.name as { fi: string }).fi,
      received_by: first.person_id,
      state: one.state,
      point_id: one.state === 'here' ? pointId : null,
      place: one.state === 'returned' ? '' : last.place,
      state_at: last.at,
      version: events.length,
    })
    .execute();
  await trx.insertInto('document_event').values(events).execute();
  if (events.length > 1) await discloseTo(trx, places, need, one, last.at);
  return true;
}

async function needOf(trx: Trx, places: Places, one: DemoDocument) {
  return trx
    .selectFrom('need')
    .innerJoin('matter', 'matter.id', 'need.matter_id')
    .select(['need.id', 'need.matter_id'])
    .where('matter.title', '=', one.matter)
    .where('need.organisation_id', '=', places.organisation(one.organisation))
    .executeTakeFirst();
}

/** Whoever was handed a paper sees its need. */
async function discloseTo(
  trx: Trx,
  places: Places,
  need: { id: string; matter_id: string },
  { organisation }: DemoDocument,
  at: Temporal.Instant,
) {
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground, shared_by, shared_at)
    values (${need.matter_id}::uuid, ${need.id}::uuid, ${places.organisation(organisation)}::uuid, 'law', 'Hallintolaki 21 §',
      ${places.person('Aino Korpela')}::uuid, ${at}::timestamptz) on conflict do nothing`.execute(trx);
}
