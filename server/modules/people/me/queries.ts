import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { Me } from './schema.ts';

export type OwnDetails = Pick<Me, 'email' | 'title' | 'language'> & { settings: Partial<Me['settings']> };

export async function ownDetails(db: Db, personId: string): Promise<OwnDetails> {
  return db
    .selectFrom('person')
    .select(['email', 'title', 'language', 'settings'])
    .where('id', '=', personId)
    .$castTo<OwnDetails>()
    .executeTakeFirstOrThrow();
}

/**
 * Where the person may sit: the points their grants name, all points of an organisation where a grant names none, their units' points,
 * and the points where their organisation has a queue.
 */
export async function pointsToChoose(
  db: Db,
  personId: string,
  day: Temporal.PlainDate,
): Promise<{ id: string; name: Names; typeLabel: Names }[]> {
  const { rows } = await sql<{ id: string; name: Names; typeLabel: Names }>`
    select sp.id, sp.name, sp.type_label as "typeLabel"
    from service_point sp
    where sp.valid_from <= ${day} and (sp.valid_until is null or sp.valid_until > ${day})
      and (exists (select 1 from person_grant g where g.person_id = ${personId} and g.revoked_at is null
            and g.valid_from <= ${day} and (g.valid_until is null or g.valid_until > ${day})
            and coalesce(g.point_id = sp.id, g.organisation_id = sp.organisation_id))
        or exists (select 1 from unit_member m join unit u on u.id = m.unit_id where m.person_id = ${personId} and u.active and u.point_id = sp.id)
        or exists (select 1 from queue q join person_grant g on g.organisation_id = q.organisation_id and g.point_id is null and g.revoked_at is null
            and g.valid_from <= ${day} and (g.valid_until is null or g.valid_until > ${day})
          where q.point_id = sp.id and q.active and g.person_id = ${personId}))
    order by sp.name ->> 'fi' collate "fi-x-icu"`.execute(db);
  return rows;
}

export async function saveOwn(trx: Trx, personId: string, language: string, settings: Partial<Me['settings']>): Promise<void> {
  await trx
    .updateTable('person')
    .set({ language, settings: JSON.stringify(settings) })
    .where('id', '=', personId)
    .execute();
}
