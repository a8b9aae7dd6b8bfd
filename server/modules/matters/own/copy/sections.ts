import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '../../../../platform/i18n/locale.ts';
import { rowOf } from './columns.ts';

/**
 * The rows of a matter, each by its matter; needs the alias m. Names of staff and what is another customer's are in none of them. `forOther`:
 * for somebody who acts for the customer. What the desk noted for itself, and what the customer told it in confidence, is then left out.
 */
export function matterSections(locale: Locale, forOther: boolean): Record<string, RawBuilder<unknown>> {
  const all = sectionsOf(locale, forOther);
  if (!forOther) return all;
  const { questions: _questions, claims: _claims, visits: _visits, ...told } = all;
  return told;
}

function sectionsOf(locale: Locale, forOther: boolean): Record<string, RawBuilder<unknown>> {
  const own = (columns: string[]) => (forOther ? [] : columns);
  const of = (table: string, order: string, columns: string[], extra: RawBuilder<unknown> = sql``, where: RawBuilder<unknown> = sql``) =>
    sql`coalesce((select jsonb_agg(${rowOf('t', columns, locale)} ${extra} order by t.${sql.ref(order)}) from ${sql.table(table)} t
      where t.matter_id = m.id ${where}), '[]')`;
  return {
    needs: of('need', 'position', [
      'org:owner_org',
      'org:organisation_id',
      'own_words',
      'service_name',
      'state',
      'outcome',
      'outcome_why',
      'at:outcome_at',
      'receipt',
      'at:received_at',
      ...own(['point:received_point_id']),
      'customer_outcome',
      'at:created_at',
    ]),
    steps: of('step', 'position', [
      'title',
      'who',
      'org:organisation_id',
      'channel',
      'place',
      'at:at',
      'at:deadline_at',
      'state',
      'at:done_at',
    ]),
    contacts: of('contact', 'started_at', [
      'org:owner_org',
      'channel',
      'direction',
      'at:started_at',
      'at:ended_at',
      'identification',
      ...own(notes.contact),
    ]),
    messages: of(
      'message',
      'created_at',
      [
        'org:owner_org',
        'kind',
        'direction',
        'channel',
        'language',
        'sensitivity',
        'subject',
        'body',
        'quoted',
        'state',
        'at:created_at',
        'at:sent_at',
        'at:read_at',
      ],
      sql`|| ${writerOf} || ${filesOf('message_file', 'message_id')}`,
      forOther ? sql`and t.kind <> 'note'` : sql``,
    ),
    questions: of(
      'support_request',
      'asked_at',
      [
        'org:owner_org',
        'org:to_org',
        'title',
        'question',
        'sensitivity',
        'state',
        'at:asked_at',
        'at:due_at',
        'at:answered_at',
        'answer',
        'at:told_at',
      ],
      sql`|| jsonb_build_object('entries', (select jsonb_agg(${rowOf('e', ['kind', 'at:at', 'text'], locale)}
        order by e.at, e.seq) from support_request_entry e where e.request_id = t.id)) || ${filesOf('support_request_file', 'request_id')}`,
    ),
    shares: of('share', 'shared_at', [
      'org:organisation_id',
      'basis',
      'ground',
      'given_how',
      'language',
      'at:shared_at',
      'at:until',
      'at:revoked_at',
      'ended_by',
      'ended_how',
    ]),
    happenings: of(
      'happening',
      'at',
      ['org:owner_org', 'kind', 'at:at'],
      sql`|| jsonb_strip_nulls(jsonb_build_object('outcome', t.data -> 'outcome', 'basis', t.data -> 'basis',
      'withdrawn', t.data -> 'withdrawn'))`,
    ),
    papers: of(
      'document',
      'arrived_at',
      [
        'org:owner_org',
        'org:organisation_id',
        'kind',
        'title',
        'pages',
        'return_by',
        'at:arrived_at',
        'arrived_place',
        ...own(['point:arrived_point_id', 'point:point_id']),
        'state',
        'at:state_at',
      ],
      sql`|| ${filesOf('document_file', 'document_id')} || jsonb_build_object('custody',
        (select jsonb_agg(${rowOf('e', ['kind', 'at:at', 'org:org', 'place', 'identification', ...own(['point:point_id', 'note'])], locale)} order by e.seq)
          from document_event e where e.document_id = t.id))`,
    ),
    notices: of(
      'notice',
      'created_at',
      ['org:owner_org', 'channel', 'language', 'state', 'at:created_at', 'at:ended_at'],
      sql`|| jsonb_build_object('kinds', (select jsonb_agg(distinct k.kind) from notice_thing k where k.notice_id = t.id))`,
    ),
    // Where somebody was, and what they needed there, is told to themselves alone.
    visits: of('visit', 'arrived_at', ['point:point_id', 'code', 'language', 'needs', 'at:arrived_at', 'at:ended_at']),
    referrals: of(
      'referral',
      'created_at',
      ['org:owner_org', ...own(['criteria']), 'skill', 'wish', 'given', 'ask_on', 'outcome', 'at:outcome_at', 'at:created_at'],
      sql`|| jsonb_build_object('actor', (select a.texts -> ${sql.lit(locale)} ->> 'name' from support_actor a where a.id = t.actor_id))`,
    ),
    mappings: of('mapping', 'started_at', [
      'org:owner_org',
      'state',
      ...own(notes.mapping),
      'pictures',
      'decision',
      'confirmed_how',
      'comment',
      'commented_how',
      'at:commented_at',
      'at:started_at',
      'at:decided_at',
      'at:confirmed_at',
    ]),
    languageOrders: of('language_order', 'at', [
      'kind',
      'language',
      'way',
      'at:at',
      'minutes',
      'place',
      'state',
      ...own(['failed_why']),
      'at:created_at',
    ]),
    links: of('secret_link', 'created_at', ['at:created_at', 'at:expires_at', 'at:used_at', 'at:revoked_at']),
    slips: of('slip', 'made_at', ['at:made_at', 'at:expires_at', 'at:used_at', 'at:ended_at']),
    collected: of('collecting', 'started_at', [
      'org:organisation_id',
      'identification',
      ...own(['point:point_id']),
      'at:started_at',
      'at:ended_at',
    ]),
    // That somebody else has claimed it is theirs to know who claimed.
    claims: of('matter_claim', 'created_at', ['state', 'at:created_at', 'at:decided_at'], sql``, sql`and t.customer_id = m.customer_id`),
  };
}

/** What the desk writes for itself, and where the person was: their own to read, and nobody's who acts for them. */
const notes = {
  contact: [
    'point:point_id',
    'summary',
    'reasons',
    'support_kinds',
    'how',
    'not_alone',
    'directed_by',
    'could_self_serve',
    'told_again',
    'guidance',
    'guidance_words',
    'at:wrapped_at',
  ],
  mapping: ['point:point_id', 'answers', 'note'],
};

/** A message that came: from the customer, or from one who acts for them. */
const writerOf = sql`case when t.by_customer_id is not null then jsonb_build_object('signedIn', true, 'writtenBy',
  case when t.by_customer_id = m.customer_id then 'you' else 'representative' end) else '{}' end`;

function filesOf(table: string, column: string): RawBuilder<unknown> {
  return sql`jsonb_build_object('files', coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'size', file.size, 'type', file.type) order by f.position)
    from ${sql.table(table)} f join file on file.id = f.file_id where f.${sql.ref(column)} = t.id), '[]'))`;
}
