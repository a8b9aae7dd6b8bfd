import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/transaction.ts';
import type { Role } from '../identity/types.ts';
import type { Person } from './schema.ts';

/** Each with the grants and units that belong to `organisationIds`; people without one there do not come up. */
export async function peopleOf(db: Db, organisationIds: string[], { words, limit }: { words: string; limit: number }): Promise<Person[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return readPeople(
    db,
    organisationIds,
    sql`(p.name ilike ${pattern} or p.email ilike ${pattern}) order by p.name collate "fi-x-icu", p.id limit ${limit}`,
  );
}

export async function personOf(db: Db, organisationIds: string[], id: string): Promise<Person | undefined> {
  return (await readPeople(db, organisationIds, sql`p.id = ${id}`))[0];
}

async function readPeople(db: Db, organisationIds: string[], rest: ReturnType<typeof sql>): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select p.id, p.name, p.email, p.title, p.language, p.disabled_at is not null as disabled,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'organisationId', g.organisation_id, 'pointId', g.point_id,
          'validFrom', g.valid_from, 'validUntil', g.valid_until) order by g.role, g.organisation_id), '[]')
        from person_grant g where g.person_id = p.id and g.revoked_at is null and g.organisation_id = any(${organisationIds}::uuid[])) as grants,
      array(select m.unit_id from unit_member m join unit u on u.id = m.unit_id
        where m.person_id = p.id and u.organisation_id = any(${organisationIds}::uuid[]) order by u.key) as "unitIds"
    from person p
    where exists (select 1 from person_grant g where g.person_id = p.id and g.organisation_id = any(${organisationIds}::uuid[]))
      and ${rest}`.execute(db);
  return rows.map(withDays);
}

/** Dates inside json come as text. */
function withDays(person: Person): Person {
  const dayOf = (text: unknown) => (text === null ? null : Temporal.PlainDate.from(String(text)));
  const grants = person.grants.map((grant) => ({
    ...grant,
    validFrom: Temporal.PlainDate.from(String(grant.validFrom)),
    validUntil: dayOf(grant.validUntil),
  }));
  return { ...person, grants };
}

export async function lockPerson(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('person').select('id').where('id', '=', id).forUpdate().execute();
}

export async function personIdByEmail(db: Db, email: string): Promise<string | undefined> {
  return (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst())?.id;
}

/** What is compared with what was typed, never shown. */
export async function personToMeet(db: Db, id: string): Promise<{ name: string; disabled: boolean } | undefined> {
  return db
    .selectFrom('person')
    .select((e) => ['name', e('disabled_at', 'is not', null).$castTo<boolean>().as('disabled')])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Undefined when the address is taken: a concurrent twin waits here and then finds it so. */
export async function insertPerson(trx: Trx, person: Pick<Person, 'name' | 'email' | 'title' | 'language'>): Promise<string | undefined> {
  const inserted = await trx
    .insertInto('person')
    .values({ ...person, title: JSON.stringify(person.title) })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}

export async function updatePerson(trx: Trx, { id, name, title, language }: Person, disabledAt: Temporal.Instant | null): Promise<void> {
  await trx
    .updateTable('person')
    .set({ name, title: JSON.stringify(title), language, disabled_at: disabledAt && sql`coalesce(disabled_at, ${disabledAt})` })
    .where('id', '=', id)
    .execute();
}

export type NewGrant = {
  personId: string;
  role: Role;
  organisationId: string;
  pointId: string | null;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
};

/** False when the person has this very grant already. */
export async function insertGrant(trx: Trx, grant: NewGrant): Promise<boolean> {
  const inserted = await trx
    .insertInto('person_grant')
    .values({
      person_id: grant.personId,
      role: grant.role,
      organisation_id: grant.organisationId,
      point_id: grant.pointId,
      valid_from: grant.validFrom,
      valid_until: grant.validUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function revokeGrant(trx: Trx, grantId: string, now: Temporal.Instant): Promise<void> {
  await trx.updateTable('person_grant').set({ revoked_at: now }).where('id', '=', grantId).where('revoked_at', 'is', null).execute();
}

export async function hasOtherGrant(db: Db, personId: string, organisationId: string, grantId: string): Promise<boolean> {
  const other = await db
    .selectFrom('person_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where('id', '!=', grantId)
    .executeTakeFirst();
  return other !== undefined;
}

/** Administrators who can still act, other than this person. */
export async function otherAdministrators(db: Db, organisationId: string, personId: string, day: Temporal.PlainDate): Promise<number> {
  const { count } = await db
    .selectFrom('person_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('g.organisation_id', '=', organisationId)
    .where('g.role', '=', 'administrator')
    .where('g.revoked_at', 'is', null)
    .where((e) => e.or([e('g.valid_until', 'is', null), e('g.valid_until', '>', day)]))
    .where('p.disabled_at', 'is', null)
    .where('p.id', '!=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The organisations where the person has a grant that holds on that day. */
export async function liveOrganisationsOf(db: Db, personId: string, day: Temporal.PlainDate): Promise<string[]> {
  const grants = await liveGrants(db, personId, day);
  return [...new Set(grants.map((grant) => grant.organisationId))];
}

export async function rolesOf(db: Db, personId: string, day: Temporal.PlainDate): Promise<Role[]> {
  return (await liveGrants(db, personId, day)).map((grant) => grant.role as Role);
}

async function liveGrants(db: Db, personId: string, day: Temporal.PlainDate) {
  return db
    .selectFrom('person_grant')
    .select(['role', 'organisation_id as organisationId'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>', day)]))
    .execute();
}

/** What colleagues read beside a note or an answer. */
export async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function nameOf(db: Db, id: string): Promise<string | undefined> {
  return (await namesOf(db, [id])).get(id);
}
