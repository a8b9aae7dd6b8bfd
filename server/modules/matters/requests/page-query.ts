import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { type Sight, visibleRequest, visibleRow } from '../policy.ts';
import { requestJson } from '../reading/page-query.ts';
import { restrictionJson } from '../restriction.ts';
import { entryBy } from '../trace.ts';
import type { Call } from '../types.ts';
import { escalationUnit } from './queries.ts';
import type { RequestPage, RequestState } from './schema.ts';
import type { Asked } from './sides.ts';

/** The page without what rules and agreements add, and what they need to know for it. */
export type PageRow = Omit<RequestPage, 'may' | 'advisorMay'> & {
  standing: {
    matterPointId: string | null;
    /** The chain in order of asking, seen or not: rules need it, nobody is shown it. */
    chain: (Asked & { id: string; parentId: string | null; state: RequestState })[];
  };
};

/**
 * What was asked and what the answer needs, in one round trip that also writes the audit entry of the look: no trace, no page. Nothing of
 * other needs, of the matter's title or of other requests. Null when the request is not visible.
 */
export async function readRequestPage(db: Db, call: Call, sight: Sight, requestId: string): Promise<PageRow | null> {
  const found = await sql<{ page: PageRow }>`
    with q as materialized (select q.* from support_request q where q.id = ${requestId}::uuid and ${visibleRequest(sight)}),
    audited as (${auditOfLook(call)})
    select jsonb_build_object(
      'request', (select ${requestJson} from person asker left join person asked on asked.id = q.to_person_id where asker.id = q.asked_by),
      'chain', (${chain(sight)}), 'matterNumber', m.number, 'restriction', ${restrictionJson},
      'need', jsonb_build_object('id', n.id, 'serviceName', n.service_name, 'ownWords', n.own_words, 'organisationId', n.organisation_id),
      'customer', (${customer}), 'share', (${share}), 'files', coalesce((${files(sight)}), '[]'),
      'standing', jsonb_build_object('matterPointId', m.point_id, 'chain', (${standing}))
    ) as page from q join matter m on m.id = q.matter_id join need n on n.id = q.need_id`.execute(db);
  return found.rows[0]?.page ?? null;
}

function auditOfLook(call: Call) {
  const request = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`q.owner_org`, subjects: sql`array[q.id]` };
  return insertEntry(
    { ...entryBy(call), action: 'request.read', purpose: 'advice', ...request },
    sql`from q join matter m on m.id = q.matter_id`,
  );
}

function chain(sight: Sight) {
  return sql`select jsonb_agg(${requestJson} order by q.asked_at, q.id) from (select c.* from support_request c, q seen where c.root_id = seen.root_id) q
    join person asker on asker.id = q.asked_by left join person asked on asked.id = q.to_person_id where ${visibleRequest(sight)}`;
}

/** A name and how to serve: no contact data, and arrangements only while somebody has to answer. */
const customer = sql`
  select jsonb_build_object('name', case when c.known then trim(c.given_name || ' ' || c.family_name) end, 'language', m.language,
    'identification', coalesce((select k.identification from contact k where k.matter_id = m.id and k.identification <> 'none'
      and (k.need_id is null or k.need_id = q.need_id) order by k.started_at desc limit 1), 'none'),
    'arrangements', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'detail', a.detail, 'legalGround', a.legal_ground,
      'expiresOn', a.expires_on) order by a.noted_at, a.kind) from arrangement a where a.customer_id = c.id and a.ended_at is null
      and (a.expires_on is null or a.expires_on >= current_date) and m.state = 'open'
      and q.state in ('open', 'asked-back', 'forwarded', 'answer-below')), '[]'))
  from customer c where c.id = m.customer_id`;

const share = sql`select jsonb_build_object('basis', s.basis, 'ground', s.ground, 'sharedAt', iso(s.shared_at)) from share s
  where s.need_id = q.need_id and s.organisation_id = q.to_org and s.revoked_at is null and (s.until is null or s.until > now())`;

function files(sight: Sight) {
  return sql`select jsonb_agg(jsonb_build_object('messageId', r.id, 'id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type)
      order by r.created_at, f.position)
    from message r join message_file f on f.message_id = r.id join file on file.id = f.file_id
    where r.matter_id = m.id and r.need_id = q.need_id and ${visibleRow(sight)} and r.state <> 'undone'
      and (r.kind <> 'note' or r.owner_org = any(${sight.own}::uuid[]))`;
}

const standing = sql`select jsonb_agg(jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'state', c.state, 'ownerOrg', c.owner_org, 'toOrg', c.to_org,
    'toUnitId', c.to_unit_id, 'escalated', c.escalated_at is not null, 'escalatesToId', ${escalationUnit}) order by c.asked_at, c.id)
  from support_request c join unit u on u.id = c.to_unit_id where c.root_id = q.root_id`;
