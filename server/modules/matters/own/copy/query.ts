import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '../../../../platform/i18n/locale.ts';
import { insertEntry } from '../../../audit/service.ts';
import { customerEntry, handledCustomer } from '../../../identity/service.ts';
import type { CustomerCaller } from '../../../identity/types.ts';
import { visibleToCustomer } from '../../policy.ts';
import type { Desk } from '../../types.ts';
import { entriesAbout, organisation } from '../looks-query.ts';
import { rowOf } from './columns.ts';
import { matterSections } from './sections.ts';

export type DataCopy = Record<string, unknown>;

/**
 * Everything that is kept of a customer (GDPR art. 15, 20), as one JSON value built by PostgreSQL: one statement, one moment, and its own
 * audit entry; what was booked is opened right after. Whoever acts for the customer gets none of the desk's own notes, and under turvakielto no contact data.
 */
export async function readCopy({ db, booked }: Desk, caller: CustomerCaller, requestId: string, locale: Locale): Promise<DataCopy> {
  const about = handledCustomer(caller);
  const { rows } = await sql<{ copy: DataCopy & { matters: object[] }; ids: string[] }>`
    with mine as materialized (select m.* from matter m where ${visibleToCustomer(caller)}),
    audited as (${insertEntry({ ...customerEntry(caller, requestId), action: 'copy.own-read', purpose: 'own-matter' })}),
    entries as materialized (${entriesAbout(caller)})
    select jsonb_build_object('madeAt', iso(now()), 'customer', (select ${customer(caller, locale)} from customer c where c.id = ${about}::uuid),
      ${pairsOf(customerSections(caller, locale))}, 'matters', coalesce((select jsonb_agg(${rowOf('m', matterColumns, locale)}
        || jsonb_build_object(${pairsOf(matterSections(locale, caller.actingFor !== null))}) order by m.opened_at, m.id) from mine m), '[]'), 'looks', (${looks(about, locale)})) as copy,
      array(select m.id from mine m order by m.opened_at, m.id) as ids`.execute(db);
  const [{ copy, ids }] = rows as [(typeof rows)[number]];
  // Where somebody was, and what they needed there, is told to themselves alone.
  const times = caller.actingFor ? undefined : await booked?.copy(ids, locale);
  return { ...copy, matters: copy.matters.map((matter, n) => ({ ...matter, ...times?.get(ids[n] as string) })) };
}

const matterColumns = [
  'number',
  'title',
  'language',
  'org:owner_org',
  'opened_channel',
  'at:opened_at',
  'at:arrived_at',
  'state',
  'awaits',
  'at:due_at',
  'at:closed_at',
  'acting_for',
  'customer_outcome',
  'at:customer_outcome_at',
  'names_agreed',
];

function customer({ actingFor }: CustomerCaller, locale: Locale) {
  const plain = rowOf(
    'c',
    ['known', 'kind', 'given_name', 'family_name', 'language', 'contact_wish', 'digital_skill', 'at:created_at'],
    locale,
  );
  const contact = rowOf('c', ['email', 'phone', 'phone_unconfirmed', 'street', 'postal_code', 'city', 'restricted'], locale);
  return actingFor ? sql`${plain} || case when c.restricted then '{}' else ${contact} end` : sql`${plain} || ${contact}`;
}

/** Where the customer is signed in, and who else acts for them or they for whom, is told to themselves alone. */
function customerSections(caller: CustomerCaller, locale: Locale): Record<string, RawBuilder<unknown>> {
  const about = handledCustomer(caller);
  const of = (table: string, order: string, columns: string[], whose = 'customer_id') =>
    sql`coalesce((select jsonb_agg(${rowOf('t', columns, locale)} order by t.${sql.ref(order)}) from ${sql.table(table)} t
      where t.${sql.ref(whose)} = ${about}::uuid), '[]')`;
  const apart = {
    // For whom, and by whom, is the other's: the copy says that there is a mandate.
    mandatesHeld: of('mandate', 'created_at', ['kind', 'roles', 'at:created_at', 'at:until', 'at:ended_at']),
    mandatesGiven: of('mandate', 'created_at', ['kind', 'roles', 'at:created_at', 'at:until', 'at:ended_at'], 'principal_id'),
    contactChanges: of('contact_change', 'asked_at', ['email', 'at:asked_at', 'at:expires_at', 'at:confirmed_at', 'at:ended_at']),
    sessions: of('customer_session', 'identified_at', ['acr', 'at:identified_at', 'at:seen_at', 'at:expires_at', 'at:ended_at']),
  };
  return {
    ...(caller.actingFor ? {} : apart),
    identities: of('customer_identity', 'created_at', ['kind', 'learned', 'at:created_at']),
    arrangements: of('arrangement', 'noted_at', [
      'kind',
      'detail',
      'legal_ground',
      'text:asked_at',
      // Where somebody was is told to themselves alone.
      ...(caller.actingFor ? [] : ['point:asked_point_id']),
      'at:noted_at',
      'expires_on',
      'at:ended_at',
    ]),
    noticeWishes: of('notice_wish', 'customer_id', ['quiet', 'quiet_from', 'quiet_until', 'zone', 'deadlines']),
    dataRequests: of('data_request', 'asked_at', [
      'kind',
      'org:owner_org',
      'words',
      'at:asked_at',
      'due_on',
      'outcome',
      'reason',
      'erased',
      'at:answered_at',
      'at:lifts_at',
      'lift_reason',
    ]),
    changeConsents: of('processing_consent', 'given_at', ['org:owner_org', 'details', 'wording', 'language', 'given_how', 'at:given_at']),
  };
}

/** Organisations, times and purposes: who of the staff is never told (tiedonhallintalaki 17 §). */
function looks(about: string, locale: Locale) {
  return sql`select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', iso(a.at), 'who', case when a.actor_kind <> 'customer' then a.actor_kind
      when a.actor_customer_id = ${about}::uuid then 'you' else 'representative' end,
      'organisation', names.name, 'purpose', a.purpose, 'action', a.action, 'matter', mine.number)) order by a.id), '[]')
    from entries a left join mine on mine.id = a.matter_id left join lateral (select o.name ->> ${sql.lit(locale)} as name from organisation o
      where a.actor_kind = 'staff' and o.id = ${organisation}) names on true`;
}

function pairsOf(sections: Record<string, RawBuilder<unknown>>): RawBuilder<unknown> {
  return sql.join(Object.entries(sections).map(([key, value]) => sql`${sql.lit(key)}, ${value}`));
}
