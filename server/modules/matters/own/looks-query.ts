import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { visibleToCustomer } from '../policy.ts';

export type LookKind = 'looked' | 'changed' | 'disclosed';

/** What one organisation, or one of the others, did on one day for one purpose. */
export type Look = {
  day: string;
  who: 'staff' | 'customer' | 'representative' | 'represented' | 'link' | 'system';
  organisationId: string | null;
  purpose: string;
  kind: LookKind;
  number: string | null;
  /** Local times, `HH:MM`, each once; of the system's own work none. */
  times: string[];
  count: number;
};

/** Lines of a page; a day is never split over two. */
const MOST = 150;

/**
 * Who has looked at the customer's data or changed it, newest day first: organisations, times and purposes, never who of the staff. What
 * the system did by itself is a number for each day. `before`: the day from which to go on backwards.
 */
export async function readLooks(
  db: Db,
  caller: CustomerCaller,
  requestId: string,
  before: string | undefined,
): Promise<{ looks: Look[]; older: string | null }> {
  const { rows } = await sql<Look>`
    with mine as materialized (select m.id, m.number from matter m where ${visibleToCustomer(caller)}),
    audited as (${insertEntry({ ...customerEntry(caller, requestId), action: 'looks.own-read', purpose: 'own-matter' })}),
    entries as (${entriesAbout(caller)}),
    done as (select (a.at at time zone 'Europe/Helsinki') as at, ${who(caller)} as who, ${organisation} as org, a.purpose, ${kind} as kind, mine.number
      from entries a left join mine on mine.id = a.matter_id)
    select d.at::date::text as day, d.who, case when d.who = 'staff' then d.org end as "organisationId", case when d.who = 'system' then '' else d.purpose end as purpose,
      case when d.who = 'system' then 'changed' else d.kind end as kind, case when d.who <> 'system' then d.number end as number, count(*)::int as count,
      case when d.who = 'system' then '{}' else array_agg(distinct to_char(d.at, 'HH24:MI')) end as times
    from done d where ${before ?? null}::date is null or d.at::date < ${before ?? null}::date
    group by 1, 2, 3, 4, 5, 6 order by 1 desc, min(d.at) desc limit ${MOST + 1}`.execute(db);
  return wholeDays(rows);
}

/**
 * Refused tries are left out: nothing was seen. Of a matter that came to the customer later, all is theirs that was done in it before.
 * When the customer signs in and out is not for whoever acts for them.
 */
export function entriesAbout(caller: CustomerCaller): RawBuilder<unknown> {
  const about = handledCustomer(caller);
  const shown = caller.actingFor ? sql`purpose <> 'sign-in'` : sql`true`;
  return sql`select * from audit_entry where customer_id = ${about}::uuid and outcome = 'done' and ${shown}
    union select a.* from audit_entry a join mine on mine.id = a.matter_id where a.outcome = 'done'`;
}

function who({ customerId, actingFor }: CustomerCaller) {
  const about = actingFor?.customerId ?? customerId;
  return sql`case a.actor_kind when 'staff' then 'staff' when 'link' then 'link' when 'customer' then
    case when a.actor_customer_id = ${about}::uuid then 'customer' when a.actor_customer_id = ${customerId}::uuid then 'represented' else 'representative' end
    else 'system' end`;
}

/** A person may hold grants of several organisations: the one whose rows they touched, if it is among them. */
export const organisation = sql`case when a.owner_org = any(a.organisation_ids) then a.owner_org else a.organisation_ids[1] end`;

const kind = sql`case when a.action = 'need.shared' then 'disclosed'
  when a.action ~ '\\.(read|listed|searched|previewed|printed|followed|own-list|own-read)$' or a.action in ('collecting.opened', 'notice.opened', 'slip.opened')
    then 'looked' else 'changed' end`;

function wholeDays(rows: Look[]): { looks: Look[]; older: string | null } {
  if (rows.length <= MOST) return { looks: rows, older: null };
  const last = rows.at(-1)?.day;
  const whole = rows.filter(({ day }) => day !== last);
  const looks = whole.length > 0 ? whole : rows;
  return { looks, older: looks.at(-1)?.day ?? null };
}
