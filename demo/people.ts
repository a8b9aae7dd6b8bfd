import { type Kysely, sql } from 'kysely';
import type { Names } from '../server/modules/directory/types.ts';
import type { Role } from '../server/modules/identity/types.ts';
import type { Tables } from '../server/platform/db/tables.ts';

export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  language: 'fi' | 'sv' | 'en';
  title: Partial<Names>;
  roles: Role[];
  organisation: Names;
};

/** Everyone who may be picked on the sign-in page, in the order of the seed. */
export async function demoPeople(db: Kysely<Tables>): Promise<DemoPerson[]> {
  const { rows } = await select(sql`true`).execute(db);
  return rows;
}

export async function demoPersonById(db: Kysely<Tables>, id: string): Promise<DemoPerson | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return (await select(sql`p.id = ${id}`).execute(db)).rows[0];
}

function select(condition: ReturnType<typeof sql<boolean>>) {
  return sql<DemoPerson>`
    select p.id, p.name, p.email, p.language, p.title, array_agg(distinct g.role) as roles, (array_agg(o.name order by g.valid_from, g.id))[1] as organisation
    from person p join person_grant g on g.person_id = p.id and g.revoked_at is null join organisation o on o.id = g.organisation_id
    where p.disabled_at is null and ${condition}
    group by p.id order by p.created_at, p.name`;
}
