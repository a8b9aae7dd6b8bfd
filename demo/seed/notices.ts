import { type Kysely, sql } from 'kysely';
import { channelFor, isMobile } from '../../server/modules/matters/noticing/rules.ts';
import type { NoticeChannel } from '../../server/modules/matters/noticing/types.ts';
import type { Tables } from '../../server/platform/db/tables.ts';

const channels: NoticeChannel[] = ['email', 'sms', 'paper', 'collect'];
/** Days after which paper has been printed and what waited has been told. */
const UNTIL_DONE = 2;

type Ended = {
  matterId: string;
  needId: string;
  customerId: string;
  ownerOrg: string;
  language: string;
  outcome: 'handled' | 'initiated' | 'neither';
  at: Temporal.Instant;
  email: boolean;
  phone: string | null;
  postal: boolean;
  restricted: boolean;
};

const kinds = { handled: 'need-settled', initiated: 'need-initiated', neither: 'need-ended' } as const;

/** What the demo's customers have been told of their needs that ended, and what still waits to be printed or told. */
export async function seedNotices(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  const ended =
    await sql<Ended>`select m.id as "matterId", n.id as "needId", m.customer_id as "customerId", m.owner_org as "ownerOrg", m.language, n.outcome,
      n.outcome_at as at, c.email is not null as email, c.phone, c.street is not null and c.postal_code is not null as postal, c.restricted
    from need n join matter m on m.id = n.matter_id join customer c on c.id = m.customer_id
    where n.outcome is not null and n.owner_org = m.owner_org order by n.outcome_at`.execute(db);
  for (const need of ended.rows) await seedNotice(db, need, now);
}

async function seedNotice(db: Kysely<Tables>, need: Ended, now: Temporal.Instant): Promise<void> {
  const reach = {
    wish: null,
    restricted: need.restricted,
    email: need.email,
    mobile: isMobile(need.phone),
    postal: need.postal,
    identity: false,
  };
  const channel = channelFor(reach, channels, []);
  const at = need.at.add({ minutes: 5 });
  const isOld = now.since(at).total('hours') > 24 * UNTIL_DONE;
  const state = channel === 'paper' ? (isOld ? 'printed' : 'waiting') : channel === 'collect' ? (isOld ? 'collected' : 'waiting') : 'sent';
  const { id } = await db
    .insertInto('notice')
    .values({
      matter_id: need.matterId,
      customer_id: need.customerId,
      owner_org: need.ownerOrg,
      channel,
      language: need.language,
      state,
      not_before: at,
      created_at: need.at,
      ended_at: state === 'waiting' ? null : at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const kind = kinds[need.outcome];
  await db
    .insertInto('notice_thing')
    .values({ thing: `${kind}:${need.needId}`, notice_id: id, kind, need_id: need.needId, happened_at: need.at })
    .execute();
}
