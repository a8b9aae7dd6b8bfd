import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { VersionState } from '../cards/schema.ts';
import { keeps, type Reader, readable } from './policy.ts';
import { ownerName } from './queries.ts';
import { type GuideList, type GuideRow, type GuideView, guideKinds } from './schema.ts';

/** `pointId`: where the reader sits. */
export type ListAsk = { reader: Reader; pointId: string | null; today: Temporal.PlainDate; soon: Temporal.PlainDate };

export type ListRow = Pick<
  GuideRow,
  'id' | 'titles' | 'kind' | 'organisationId' | 'issuerId' | 'points' | 'ownerOrganisationId' | 'ownerName' | 'validUntil' | 'isPublished'
> & { reviewOn: Temporal.PlainDate; draftState: VersionState | null; isEnded: boolean; isForMe: boolean };

const MOST = 500;

/** Guides one may see, of one view: kind by kind, those of one's own point first. */
export async function guidesOfView(db: Db, ask: ListAsk, view: GuideView): Promise<ListRow[]> {
  const found = await sql<ListRow>`with ${seen(ask)}
    select id, titles, content ->> 'kind' as kind, content ->> 'organisationId' as "organisationId", content ->> 'issuerId' as "issuerId",
      content -> 'points' as points, owner_org as "ownerOrganisationId", owner_name as "ownerName", review_on as "reviewOn",
      content ->> 'validUntil' as "validUntil", is_published as "isPublished", draft_state as "draftState", is_ended as "isEnded", is_for_me as "isForMe"
    from seen where ${inView(ask, view)}
    order by array_position(${guideKinds}::text[], content ->> 'kind'), is_for_me desc,
      coalesce(titles ->> 'fi', titles ->> 'sv', titles ->> 'en') collate "fi-x-icu", id limit ${MOST}`.execute(db);
  return found.rows;
}

export async function countGuides(db: Db, ask: ListAsk): Promise<GuideList['counts']> {
  const count = (when: RawBuilder<unknown>) => sql`count(*) filter (where ${when})::int`;
  const found = await sql<GuideList['counts']>`with ${seen(ask)}
    select ${count(inView(ask, 'mine'))} as mine, ${count(inView(ask, 'waiting'))} as waiting, ${count(inView(ask, 'stale'))} as stale,
      ${count(inView(ask, 'ended'))} as ended, ${count(sql`${inView(ask, 'waiting')} or ${isDueToOwner(ask)}`)} as todo
    from seen`.execute(db);
  return found.rows[0] as GuideList['counts'];
}

/** What one may not keep shows no drafts, and only while it is published. */
function seen({ reader, pointId, today }: ListAsk): RawBuilder<unknown> {
  return sql`readable as (
      select g.id, g.owner_org, g.owner_person_id, ${ownerName} as owner_name, g.review_on, g.retired_at, p.number is not null as is_published,
        ${keeps(reader)} as is_kept, coalesce(p.content, d.content) as content, d.state as draft_state, d.writer_ids
      from guide g left join guide_version p on p.guide_id = g.id and p.state = 'published'
        left join guide_version d on d.guide_id = g.id and d.state in ('draft', 'offered', 'approved') and ${keeps(reader)}
      where ${readable(reader)}),
    seen as (
      select *, is_published and coalesce((content ->> 'validUntil')::date < ${today}::date, false) as is_ended,
        (content -> 'points' = '[]' or coalesce(content -> 'points' ? ${pointId}::text, false)) as is_for_me,
        (select coalesce(jsonb_object_agg(k, t -> 'title') filter (where t ->> 'title' <> ''), '{}') from jsonb_each(content -> 'texts') as e (k, t)) as titles
      from readable)`;
}

function inView(ask: ListAsk, view: GuideView): RawBuilder<unknown> {
  return view === 'retired' ? sql`retired_at is not null` : sql`(retired_at is null and ${inUseOf(ask, view)})`;
}

function inUseOf({ reader: { personId, approves }, today }: ListAsk, view: GuideView): RawBuilder<unknown> {
  if (view === 'mine') return sql`(is_kept and owner_person_id = ${personId}::uuid)`;
  if (view === 'waiting')
    return sql`coalesce(draft_state = 'offered' and owner_org = any(${approves}::uuid[]) and not (${personId}::uuid = any(writer_ids)), false)`;
  if (view === 'stale') return sql`(is_kept and is_published and review_on < ${today}::date)`;
  return view === 'ended' ? sql`is_ended` : sql`not is_ended`;
}

/** Soon to be looked over or soon to end, and one's own to see to. */
function isDueToOwner({ reader: { personId, approves }, soon }: ListAsk): RawBuilder<unknown> {
  return sql`(retired_at is null and is_kept and is_published and (owner_person_id = ${personId}::uuid or (owner_name is null and owner_org = any(${approves}::uuid[])))
    and (review_on <= ${soon}::date or coalesce((content ->> 'validUntil')::date <= ${soon}::date, false)))`;
}
