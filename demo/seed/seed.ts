import type { Kysely } from 'kysely';
import { seedDefaults } from '../../server/modules/directory/service.ts';
import { seedTemplates } from '../../server/modules/notifications/service.ts';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../server/platform/db/transaction.ts';
import { agreements } from './agreements.ts';
import { organisations } from './organisations.ts';
import { staff } from './people.ts';
import { points, units } from './places.ts';

type Ids = Map<string, string>;

/**
 * Fills an empty database with the demo municipality: organisations, points, units, agreements, people, lists and texts. Does
 * nothing where there is an organisation already.
 * @returns whether it was empty.
 */
export async function seedPeople(db: Kysely<Tables>): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (await trx.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) return false;
    await seedDefaults(trx);
    await seedTemplates(trx);
    const organisationIds = await seedOrganisations(trx);
    const pointIds = await seedPoints(trx, organisationIds);
    const unitIds = await seedUnits(trx, organisationIds, pointIds);
    await trx
      .insertInto('web_form')
      .values({ key: 'contact', unit_id: idOf(unitIds, 'mallila-neuvonta') as string })
      .execute();
    await seedAgreements(trx, organisationIds, pointIds);
    await seedStaff(trx, organisationIds, pointIds, unitIds);
    return true;
  });
}

async function seedOrganisations(trx: Trx): Promise<Ids> {
  const ids: Ids = new Map();
  for (const organisation of organisations) {
    const { id } = await trx
      .insertInto('organisation')
      .values({
        key: organisation.key,
        name: JSON.stringify(organisation.name),
        short_name: JSON.stringify(organisation.shortName),
        kind: organisation.kind,
        valid_from: Temporal.PlainDate.from(organisation.validFrom ?? '2020-01-01'),
        valid_until: organisation.validUntil ? Temporal.PlainDate.from(organisation.validUntil) : null,
        successor_id: idOf(ids, organisation.successor),
        kept_by_id: organisation.keepsItself ? null : idOf(ids, 'mallila'),
        keeps_region: organisation.key === 'mallila',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(organisation.key, id);
  }
  return ids;
}

async function seedPoints(trx: Trx, organisationIds: Ids): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { organisation, typeLabel, postalCode, mobile, ...point } of points) {
    const owner = idOf(organisationIds, organisation) as string;
    const { id } = await trx
      .insertInto('service_point')
      .values({ ...point, organisation_id: owner, type_label: typeLabel, postal_code: postalCode, mobile: mobile ?? false })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(point.key, id);
  }
  return ids;
}

async function seedUnits(trx: Trx, organisationIds: Ids, pointIds: Ids): Promise<Ids> {
  const ids: Ids = new Map();
  for (const unit of units) {
    const { id } = await trx
      .insertInto('unit')
      .values({
        key: unit.key,
        organisation_id: idOf(organisationIds, unit.organisation) as string,
        point_id: idOf(pointIds, unit.point),
        name: unit.name,
        tier: unit.tier,
        opening: unit.opening,
        answer_minutes: unit.answerMinutes,
        remind_minutes: unit.remindMinutes,
        successor_id: idOf(ids, unit.successor),
        escalates_to_id: idOf(ids, unit.escalatesTo),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(unit.key, id);
  }
  return ids;
}

async function seedAgreements(trx: Trx, organisationIds: Ids, pointIds: Ids): Promise<void> {
  const rows = agreements.map((agreement) => ({
    principal_id: idOf(organisationIds, agreement.principal) as string,
    provider_id: idOf(organisationIds, agreement.provider) as string,
    point_id: idOf(pointIds, agreement.point),
    service_name: agreement.serviceName ? JSON.stringify(agreement.serviceName) : null,
    tasks: agreement.tasks,
    wording: JSON.stringify(agreement.wording),
    training_owed: JSON.stringify(agreement.trainingOwed ?? []),
    valid_from: Temporal.PlainDate.from(agreement.validFrom),
    valid_until: Temporal.PlainDate.from(agreement.validUntil),
  }));
  await trx.insertInto('agreement').values(rows).execute();
}

async function seedStaff(trx: Trx, organisationIds: Ids, pointIds: Ids, unitIds: Ids): Promise<void> {
  for (const { name, email, language, title, grants, units: memberOf } of staff) {
    const person = await trx.insertInto('person').values({ name, email, language, title }).returning('id').executeTakeFirstOrThrow();
    const given = grants.map(({ role, organisation, point }) => ({
      person_id: person.id,
      role,
      organisation_id: idOf(organisationIds, organisation) as string,
      point_id: idOf(pointIds, point),
    }));
    await trx.insertInto('person_grant').values(given).execute();
    const joined = memberOf.map((unit) => ({ unit_id: idOf(unitIds, unit) as string, person_id: person.id }));
    if (joined.length > 0) await trx.insertInto('unit_member').values(joined).execute();
  }
}

/** Null when nothing is named; a name that nothing bears is a mistake in the seed. */
function idOf(ids: Ids, key: string | undefined): string | null {
  if (key === undefined) return null;
  const id = ids.get(key);
  if (!id) throw new Error(`the seed names ${key} before it is there`);
  return id;
}
