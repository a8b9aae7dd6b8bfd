import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { answersStill } from './queries.ts';
import type { AdviceLevel, CardList, CardView, Titles, VersionState } from './schema.ts';

export type ListAsk = { personId: string; kept: readonly string[]; approves: readonly string[]; today: Temporal.PlainDate };

export type ListRow = {
  id: string;
  titles: Titles;
  organisationId: string | null;
  ownerOrganisationId: string;
  ownerName: string | null;
  adviceLevel: AdviceLevel;
  reviewOn: Temporal.PlainDate;
  isPublished: boolean;
  draftState: VersionState | null;
  openTasks: number;
  brokenLinks: number;
};

const MOST = 1000;

/** Cards one may see, of one view of the list. */
export async function cardsOfView(db: Db, ask: ListAsk, view: CardView, textId: string | null): Promise<ListRow[]> {
  const found = await sql<ListRow>`with ${seen(ask)}
    select id, titles, organisation_id as "organisationId", owner_org as "ownerOrganisationId", owner_name as "ownerName", advice_level as "adviceLevel",
      review_on as "reviewOn", is_published as "isPublished", draft_state as "draftState", open_tasks as "openTasks", broken_links as "brokenLinks"
    from seen where ${inView(ask, view)} and (${textId}::bigint is null or service_id in (select id from service where text_id = ${textId}::bigint)) order by coalesce(titles ->> 'fi', titles ->> 'sv', titles ->> 'en') collate "fi-x-icu", id limit ${MOST}`.execute(
    db,
  );
  return found.rows;
}

export async function countCards(db: Db, ask: ListAsk): Promise<CardList['counts']> {
  const count = (when: RawBuilder<unknown>) => sql`count(*) filter (where ${when})::int`;
  const found = await sql<CardList['counts']>`with ${seen(ask)}
    select ${count(inView(ask, 'mine'))} as mine, ${count(inView(ask, 'waiting'))} as waiting, ${count(inView(ask, 'stale'))} as stale,
      ${count(inView(ask, 'reported'))} as reported,
      coalesce(sum(open_tasks) filter (where retired_at is null and (owner_person_id = ${ask.personId}::uuid or (owner_name is null and owner_org = any(${ask.approves}::uuid[])))), 0)::int + ${count(inView(ask, 'waiting'))} as todo
    from seen`.execute(db);
  return found.rows[0] as CardList['counts'];
}

/** What one may not keep shows neither drafts nor tasks, and only while it is published. */
function seen({ kept }: ListAsk): RawBuilder<unknown> {
  const mine = sql`c.owner_org = any(${kept}::uuid[])`;
  return sql`seen as (
    select c.id, c.service_id, c.organisation_id, c.owner_org, c.owner_person_id, c.review_on, c.retired_at, o.name as owner_name, p.number is not null as is_published,
      coalesce(p.content, d.content) ->> 'adviceLevel' as advice_level,
      (select coalesce(jsonb_object_agg(k, t -> 'title') filter (where t ->> 'title' <> ''), '{}') from jsonb_each(coalesce(p.content, d.content) -> 'texts') as e (k, t)) as titles,
      case when ${mine} then d.state end as draft_state, case when ${mine} then d.writer_ids end as writer_ids, ${mine} as is_kept,
      case when ${mine} then (select count(*)::int from card_task k where k.card_id = c.id and k.handled_at is null) else 0 end as open_tasks,
      ${mine} and exists (select 1 from card_task k where k.card_id = c.id and k.handled_at is null and k.kind <> 'review') as is_reported,
      (select count(*)::int from card_link k where k.fault is not null
        and k.url in (select l ->> 'url' from jsonb_array_elements(p.content -> 'links') l)) as broken_links
    from service_card c left join card_version p on p.card_id = c.id and p.state = 'published'
      left join card_version d on d.card_id = c.id and d.state in ('draft', 'offered', 'approved')
      left join person o on o.id = c.owner_person_id and ${answersStill}
    where ${mine} or (c.retired_at is null and p.number is not null))`;
}

function inView(ask: ListAsk, view: CardView): RawBuilder<unknown> {
  return view === 'retired' ? sql`retired_at is not null` : sql`(retired_at is null and ${inUseOf(ask, view)})`;
}

function inUseOf({ personId, approves, today }: ListAsk, view: CardView): RawBuilder<unknown> {
  if (view === 'mine') return sql`(is_kept and owner_person_id = ${personId}::uuid)`;
  if (view === 'waiting')
    return sql`(draft_state = 'offered' and owner_org = any(${approves}::uuid[]) and not (${personId}::uuid = any(writer_ids)))`;
  if (view === 'stale') return sql`(is_kept and is_published and review_on < ${today}::date)`;
  return view === 'reported' ? sql`is_reported` : sql`true`;
}
