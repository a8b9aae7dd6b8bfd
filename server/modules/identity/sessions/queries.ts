import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Actor, Grant } from '../types.ts';

export type LiveSession = Omit<Actor, 'kind'> & { seenAt: Temporal.Instant };

export type LoadTerms = { now: Temporal.Instant; idleSince: Temporal.Instant; day: Temporal.PlainDate };

/**
 * Session, person, grants and units in one round trip: runs with every request (under 0.5 ms once prepared). A session that has
 * ended, run out or gone idle, or whose person is disabled, gives no row. A grant for one point holds while the person sits there.
 */
export async function loadSession(
  db: Kysely<Tables>,
  by: { tokenHash: string } | { id: string },
  terms: LoadTerms,
): Promise<LiveSession | undefined> {
  const which = 'id' in by ? sql`s.id = ${by.id}` : sql`s.token_hash = ${by.tokenHash}`;
  const { rows } = await sql<LiveSession & { grants: Grant[] }>`
    select s.id as "sessionId", s.person_id as "personId", s.point_id as "pointId", s.seen_at as "seenAt", p.name, p.language,
      (${grantsThatHold(terms.day)}) as grants,
      array(select m.unit_id from unit_member m where m.person_id = s.person_id) as "unitIds"
    from staff_session s join person p on p.id = s.person_id
    where ${which} and s.ended_at is null and s.expires_at > ${terms.now} and s.seen_at > ${terms.idleSince} and p.disabled_at is null`.execute(
    db,
  );
  return rows[0];
}

/** Of the person of session s, where they sit now. */
function grantsThatHold(day: Temporal.PlainDate) {
  return sql<
    Grant[]
  >`select coalesce(json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id, 'pointId', g.point_id)), '[]')
    from person_grant g where g.person_id = s.person_id and g.revoked_at is null and (g.point_id is null or g.point_id = s.point_id)
      and g.valid_from <= ${day} and (g.valid_until is null or g.valid_until > ${day})`;
}

/** Two requests at once write it once. */
export async function markSeen(db: Db, sessionId: string, now: Temporal.Instant, unlessSince: Temporal.Instant): Promise<void> {
  await db.updateTable('staff_session').set({ seen_at: now }).where('id', '=', sessionId).where('seen_at', '<=', unlessSince).execute();
}

export type NewSession = { tokenHash: string; personId: string; now: Temporal.Instant; expiresAt: Temporal.Instant; idToken: string };

/** The point where the person sat last is where they are supposed to sit today; who sat nowhere yet begins where a grant of theirs holds. */
export async function insertSession(trx: Trx, { tokenHash, personId, now, expiresAt, idToken }: NewSession): Promise<string> {
  const { id } = await trx
    .insertInto('staff_session')
    .values({
      token_hash: tokenHash,
      person_id: personId,
      point_id: sql<
        string | null
      >`coalesce((select point_id from staff_session where person_id = ${personId} order by created_at desc limit 1),
        (select g.point_id from person_grant g where g.person_id = ${personId} and g.revoked_at is null order by g.point_id nulls first limit 1))`,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
      id_token: idToken,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends the session of this token; gives back what the provider needs to end its own. */
export async function endSessionOfToken(
  db: Db,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<{ personId: string; idToken: string | null } | undefined> {
  return db
    .updateTable('staff_session')
    .set({ ended_at: now, id_token: null })
    .from((from) =>
      from.selectFrom('staff_session').select(['id', 'id_token']).where('token_hash', '=', tokenHash).forUpdate().as('ending'),
    )
    .whereRef('staff_session.id', '=', 'ending.id')
    .where('ended_at', 'is', null)
    .returning(['staff_session.person_id as personId', 'ending.id_token as idToken'])
    .executeTakeFirst();
}

export async function endSessionsOfPerson(trx: Trx, personId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('staff_session')
    .set({ ended_at: now, id_token: null })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}

/** @returns the grants that hold there */
export async function setPoint(trx: Trx, sessionId: string, pointId: string | null, day: Temporal.PlainDate): Promise<Grant[]> {
  const { rows } = await sql<{ grants: Grant[] }>`
    with s as (update staff_session set point_id = ${pointId} where id = ${sessionId} returning person_id, point_id)
    select (${grantsThatHold(day)}) as grants from s`.execute(trx);
  return rows[0]?.grants ?? [];
}

/** Sessions tell when somebody was at work: personal data that nothing needs once the session is well over. */
export async function deleteOldSessions(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('staff_session').where('expires_at', '<', before).execute();
}
