import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { insertEntry } from '../../audit/service.ts';
import { sightOf } from '../policy.ts';
import type { Letter } from '../printing/queries.ts';
import { entryBy, leaveTrace } from '../trace.ts';
import type { Call } from '../types.ts';
import { recipientOf } from './queries.ts';
import type { NoticeChange } from './schema.ts';
import { readToSend } from './sending/queries.ts';
import type { NoticeChannel, NoticeKind, NoticeState, Noticing } from './types.ts';
import { sayNotice } from './wording.ts';

type Locked = { id: string; matterId: string; customerId: string; ownerOrg: string; channel: NoticeChannel; state: NoticeState };

/**
 * A keeper has printed a notice, handed it out, or wants a given-up one to be tried again. What waits on paper may be handed out too.
 * @throws NotFound; Conflict `notice-not-waiting`
 */
export async function markNotice(noticing: Noticing, call: Call, noticeId: string, { state }: NoticeChange): Promise<void> {
  await inTransaction(noticing.db, async (trx) => {
    const notice = await lockNotice(trx, call, noticeId);
    if (!allowed(notice, state)) throw new Conflict('notice-not-waiting');
    const now = noticing.clock.now();
    const ended = state === 'waiting' ? null : now;
    await sql`update notice set state = ${state}, ended_at = ${ended}::timestamptz, ended_by = ${ended && call.actor.personId}::uuid, attempts = 0,
      not_before = ${now}::timestamptz where id = ${noticeId}::uuid`.execute(trx);
    await traceMark(trx, call, notice, state);
  });
}

function allowed({ channel, state }: Locked, to: NoticeChange['state']): boolean {
  if (to === 'waiting') return state === 'given-up';
  if (to === 'collected') return state === 'given-up' || (state === 'waiting' && (channel === 'paper' || channel === 'collect'));
  return (state === 'waiting' && channel === 'paper') || state === 'given-up';
}

async function lockNotice(trx: Trx, call: Call, noticeId: string): Promise<Locked> {
  const found =
    await sql<Locked>`select n.id, n.matter_id as "matterId", n.customer_id as "customerId", n.owner_org as "ownerOrg", n.channel, n.state
    from notice n where n.id = ${noticeId}::uuid and n.owner_org = any(${sightOf(call.actor).own}::uuid[]) for update`.execute(trx);
  if (!found.rows[0]) throw new NotFound();
  return found.rows[0];
}

async function traceMark(trx: Trx, call: Call, notice: Locked, state: string): Promise<void> {
  const { matterId, customerId, ownerOrg } = notice;
  const facts = { ownerOrg, needId: null };
  await leaveTrace(trx, call, { matterId, customerId, action: `notice.${state}`, subjects: [notice.id], event: 'notice.changed', facts });
}

export type CollectedNotice = { id: string; kinds: NoticeKind[]; createdAt: string };

/** What waits for a matter's customer to be collected. Whether the caller may look is the caller's business, and so is the audit entry. */
export async function waitingToCollect(trx: Trx, matterId: string): Promise<CollectedNotice[]> {
  const found = await sql<CollectedNotice>`select n.id, iso(n.created_at) as "createdAt", array_agg(distinct t.kind) as kinds
    from notice n join notice_thing t on t.notice_id = n.id
    where n.matter_id = ${matterId}::uuid and n.state = 'waiting' and n.channel in ('collect', 'paper') group by n.id order by n.created_at`.execute(
    trx,
  );
  return found.rows;
}

/** They have been told or given at a point, in the caller's transaction. @returns how many were waiting */
export async function collectedFor(noticing: Noticing, trx: Trx, call: Call, matterId: string): Promise<number> {
  const done =
    await sql<Locked>`update notice set state = 'collected', ended_at = ${noticing.clock.now()}::timestamptz, ended_by = ${call.actor.personId}::uuid
    where matter_id = ${matterId}::uuid and state = 'waiting' and channel in ('collect', 'paper')
    returning id, matter_id as "matterId", customer_id as "customerId", owner_org as "ownerOrg", channel, state`.execute(trx);
  for (const notice of done.rows) await traceMark(trx, call, notice, 'collected');
  return done.rows.length;
}

/** A notice as a letter, whatever its channel: a keeper may always hand it over on paper. Looking is audited. @throws NotFound */
export async function noticeForPaper(noticing: Noticing, call: Call, noticeId: string): Promise<Letter> {
  return inTransaction(noticing.db, async (trx) => {
    const { matterId, customerId, ownerOrg } = await lockNotice(trx, call, noticeId);
    await insertEntry({
      ...entryBy(call),
      action: 'notice.opened',
      purpose: 'advice',
      matterId,
      customerId,
      ownerOrg,
      subjects: [noticeId],
    }).execute(trx);
    const notice = await readToSend(trx, noticeId);
    const { identity } = await recipientOf(trx, notice.matterId);
    const now = noticing.clock.now();
    const link = identity ? (noticing.ownPages ?? null) : null;
    const { subject, text } = await sayNotice(trx, { ...notice, link, now });
    return {
      matterId: notice.matterId,
      number: notice.matterNumber,
      kind: 'message',
      language: notice.language,
      subject,
      body: text,
      at: now.toString(),
      ownerOrg: notice.ownerOrg,
      pointId: null,
      authorName: null,
      recipient: notice.postal,
    };
  });
}
