import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { VersionState } from '../cards/schema.ts';
import { keeps, type Reader, reaches, readable } from './policy.ts';
import type { GuideContent } from './schema.ts';

export type LockedGuide = {
  id: string;
  ownerOrg: string;
  ownerPersonId: string | null;
  reviewOn: Temporal.PlainDate;
  publishedAt: Temporal.Instant | null;
  retiredAt: Temporal.Instant | null;
  version: number;
};

const ownColumns = sql`g.id, g.owner_org as "ownerOrg", g.owner_person_id as "ownerPersonId", g.review_on as "reviewOn",
  g.published_at as "publishedAt", g.retired_at as "retiredAt", g.version`;

/** Of the organisations one keeps; for all others it does not exist. */
export async function lockGuide(trx: Trx, id: string, ownerOrgs: readonly string[]): Promise<LockedGuide | undefined> {
  const found = await sql<LockedGuide>`select ${ownColumns} from guide g
    where g.id = ${id}::uuid and g.owner_org = any(${ownerOrgs}::uuid[]) for update of g`.execute(trx);
  return found.rows[0];
}

/** For the service itself: whoever keeps it. */
export async function lockAnyGuide(trx: Trx, id: string): Promise<LockedGuide | undefined> {
  const found = await sql<LockedGuide>`select ${ownColumns} from guide g where g.id = ${id}::uuid for update of g`.execute(trx);
  return found.rows[0];
}

export type NewGuide = { id?: string; ownerOrg: string; ownerPersonId: string; reviewOn: Temporal.PlainDate; now: Temporal.Instant };

/** @returns undefined where one with this id is there already */
export async function insertGuide(trx: Trx, guide: NewGuide): Promise<string | undefined> {
  const written = await sql<{ id: string }>`insert into guide (id, owner_org, owner_person_id, review_on, created_at)
    values (coalesce(${guide.id ?? null}::uuid, gen_random_uuid()), ${guide.ownerOrg}::uuid, ${guide.ownerPersonId}::uuid, ${guide.reviewOn}::date,
      ${guide.now}::timestamptz) on conflict (id) do nothing returning id`.execute(trx);
  return written.rows[0]?.id;
}

export async function updateGuide(trx: Trx, guide: Pick<LockedGuide, 'id' | 'ownerPersonId' | 'reviewOn' | 'retiredAt'>): Promise<void> {
  await sql`update guide set owner_person_id = ${guide.ownerPersonId}::uuid, review_on = ${guide.reviewOn}::date,
    retired_at = ${guide.retiredAt}::timestamptz, version = version + 1 where id = ${guide.id}::uuid`.execute(trx);
}

export type FoundGuide = LockedGuide & {
  ownerName: string | null;
  number: number | null;
  content: GuideContent | null;
  coming: { number: number; validFrom: string; changeNote: string } | null;
  draftState: VersionState | null;
};

/** Whoever has left the organisation or the service answers for it no more. Over `guide g`. */
export const ownerName = sql`(select o.name from person o where o.id = g.owner_person_id and o.disabled_at is null
  and exists (select from person_grant h where h.person_id = o.id and h.organisation_id = g.owner_org and h.revoked_at is null
    and h.valid_from <= current_date and (h.valid_until is null or h.valid_until > current_date)))`;

/** Everything a guide's page shows, when the reader may see it. */
export async function readGuide(db: Db, id: string, reader: Reader): Promise<FoundGuide | undefined> {
  const found = await sql<FoundGuide>`select ${ownColumns}, p.number, p.content, ${ownerName} as "ownerName",
      (select jsonb_build_object('number', d.number, 'validFrom', d.content ->> 'validFrom', 'changeNote', d.change_note)
        from guide_version d where d.guide_id = g.id and d.state = 'approved' and (${keeps(reader)} or ${reaches(sql`d.content`, reader)})) as coming,
      case when ${keeps(reader)} then (select d.state from guide_version d where d.guide_id = g.id and d.state in ('draft', 'offered', 'approved')) end as "draftState"
    from guide g left join guide_version p on p.guide_id = g.id and p.state = 'published'
    where g.id = ${id}::uuid and ${readable(reader)}`.execute(db);
  return found.rows[0];
}

/** For the search: in use and published. */
export async function findableGuides(db: Db, ids?: readonly string[]): Promise<{ id: string; content: GuideContent }[]> {
  const found = await sql<{ id: string; content: GuideContent }>`select g.id, p.content from guide g
      join guide_version p on p.guide_id = g.id and p.state = 'published'
    where g.retired_at is null and (${ids === undefined} or g.id = any(${ids ?? []}::uuid[]))`.execute(db);
  return found.rows;
}

/** Of these, those that the search shows to the reader; one that holds no more is found by nobody. */
export async function findableBy(db: Db, reader: Reader, today: Temporal.PlainDate, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`select g.id from guide g join guide_version p on p.guide_id = g.id and p.state = 'published'
    where g.id = any(${ids}::uuid[]) and g.retired_at is null and coalesce((p.content ->> 'validUntil')::date >= ${today}::date, true)
      and ${readable(reader)}`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}
