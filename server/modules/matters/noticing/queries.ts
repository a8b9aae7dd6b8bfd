import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { isMobile, type Noticed, type NoticeReach, type Wish } from './rules.ts';
import type { NoticeChannel, NoticeKind, Thing } from './types.ts';

/** The matter as the rules look at it. */
export async function readNoticed(trx: Trx, matterId: string, messageId: string | null): Promise<Noticed | undefined> {
  const found = await sql<{ noticed: Noticed }>`
    select jsonb_build_object('id', m.id, 'state', m.state,
      'needs', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'state', n.state, 'outcome', n.outcome) order by n.position)
        from need n where n.matter_id = m.id and n.owner_org = m.owner_org), '[]'),
      'message', (select jsonb_build_object('id', r.id, 'waits', r.direction = 'out' and r.state = 'waiting' and r.recipient is null)
        from message r where r.id = ${messageId}::uuid)) as noticed
    from matter m where m.id = ${matterId}::uuid`.execute(trx);
  return found.rows[0]?.noticed;
}

export type Recipient = NoticeReach & {
  customerId: string;
  language: string;
  quietFrom: string | null;
  quietUntil: string | null;
  zone: string | null;
  quiet: 'usual' | 'none' | 'own';
  deadlines: boolean;
};

/** How a matter's customer can be told. Contact data itself stays in the database until something leaves. */
export async function recipientOf(db: Db, matterId: string): Promise<Recipient> {
  const found = await sql<Omit<Recipient, 'mobile'> & { phone: string | null }>`
    select c.id as "customerId", ${spokenLanguage} as language, c.contact_wish as wish, c.restricted, coalesce(c.email, '') <> '' as email, c.phone,
      coalesce(c.street, '') <> '' and coalesce(c.postal_code, '') <> '' as postal,
      exists (select 1 from customer_identity i where i.customer_id = c.id and i.kind in ('identity-code', 'business')) as identity,
      w.quiet_from::text as "quietFrom", w.quiet_until::text as "quietUntil", w.zone, coalesce(w.quiet, 'usual') as quiet, coalesce(w.deadlines, true) as deadlines
    from matter m join customer c on c.id = m.customer_id left join notice_wish w on w.customer_id = c.id where m.id = ${matterId}::uuid`.execute(
    db,
  );
  const { phone, ...recipient } = found.rows[0] as Omit<Recipient, 'mobile'> & { phone: string | null; wish: Wish | null };
  return { ...recipient, mobile: isMobile(phone) };
}

/** Plain Finnish for those for whom easy language is arranged. Needs the aliases m and c. */
const spokenLanguage = sql<string>`case when split_part(m.language, '-', 1) = 'fi' and exists (select 1 from arrangement a where a.customer_id = c.id
  and a.kind = 'clear-language' and a.ended_at is null and (a.expires_on is null or a.expires_on >= current_date)) then 'fi-x-plain' else m.language end`;

export async function isTold(trx: Trx, thing: string): Promise<boolean> {
  return (await sql`select 1 from notice_thing where thing = ${thing}`.execute(trx)).rows.length > 0;
}

/** A notice of the matter that has not left: what happens now goes along with it. One that people print or hand out is soon in their hands. */
export async function joinable(trx: Trx, matterId: string, since: Temporal.Instant): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from notice where matter_id = ${matterId}::uuid and state = 'waiting' and tried = '{}'
    and (channel not in ('paper', 'collect') or created_at > ${since}::timestamptz) order by created_at limit 1 for update`.execute(trx);
  return found.rows[0]?.id;
}

export async function insertNotice(
  trx: Trx,
  notice: {
    matterId: string;
    customerId: string;
    ownerOrg: string;
    channel: NoticeChannel;
    language: string;
    notBefore: Temporal.Instant;
    at: Temporal.Instant;
  },
): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into notice (matter_id, customer_id, owner_org, channel, language, not_before, created_at)
    values (${notice.matterId}::uuid, ${notice.customerId}::uuid, ${notice.ownerOrg}::uuid, ${notice.channel}, ${notice.language},
      ${notice.notBefore}::timestamptz, ${notice.at}::timestamptz) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

/** False when it has been told, or is about to be. */
export async function insertThing(
  trx: Trx,
  noticeId: string,
  { thing, kind, needId, deadlineAt }: Thing,
  at: Temporal.Instant,
): Promise<boolean> {
  const written = await sql`insert into notice_thing (thing, notice_id, kind, need_id, deadline_at, happened_at)
    values (${thing}, ${noticeId}::uuid, ${kind}, ${needId ?? null}::uuid, ${deadlineAt ?? null}::timestamptz, ${at}::timestamptz)
    on conflict (thing) do nothing returning thing`.execute(trx);
  return written.rows.length > 0;
}

/** Takes back what has not left: things of these needs and kinds, and notices that then say nothing. */
export async function withdrawThings(trx: Trx, needIds: readonly string[], kinds: readonly NoticeKind[]): Promise<void> {
  const gone = await sql<{ notice_id: string }>`delete from notice_thing t using notice n where n.id = t.notice_id and n.state = 'waiting'
    and t.need_id = any(${[...needIds]}::uuid[]) and t.kind = any(${[...kinds]}::text[]) returning t.notice_id`.execute(trx);
  const ids = gone.rows.map((row) => row.notice_id);
  if (ids.length === 0) return;
  await sql`delete from notice n where n.id = any(${ids}::uuid[]) and n.state = 'waiting' and not exists (select 1 from notice_thing t where t.notice_id = n.id)`.execute(
    trx,
  );
}

export async function needsWithoutOutcome(trx: Trx, matterId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from need where matter_id = ${matterId}::uuid and outcome is null`.execute(trx);
  return found.rows.map((row) => row.id);
}
