import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/transaction.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { Undeliverable } from '../../messages/sending/types.ts';
import { variantOf } from '../../messages/wording.ts';
import { nextAttempt, withPatience } from '../../sending/attempts.ts';
import { startLoop } from '../../sending/loop.ts';
import type { Desk } from '../../types.ts';
import { CODE_HOURS, codeOf, sayCode } from './rules.ts';
import type { AddressLetter, AddressSender } from './types.ts';

export type ContactOutbox = Pick<Desk, 'db' | 'clock' | 'ownPages'> & { keys: Keyring; send: AddressSender; log: Log };

const BATCH = 10;
/** A process that died while sending is not heard of any more. */
const LOST_AFTER = '5 minutes';

export function startContactLetters(outbox: ContactOutbox): { stop(): Promise<void> } {
  return startLoop(() => sendDueLetters(outbox), { log: outbox.log, failure: 'letters of contact details could not be read' });
}

type Claimed = { id: string; kind: 'code' | 'changed'; changeId: string | null; email: string; language: string; attempts: number };

/** Sends what is due, once; nodes share the rows. @returns how many it took */
export async function sendDueLetters(outbox: ContactOutbox): Promise<number> {
  const claimed = await claimDue(outbox.db, outbox.clock.now());
  await Promise.all(claimed.map((letter) => sendOne(outbox, letter)));
  return claimed.length;
}

async function sendOne(outbox: ContactOutbox, claimed: Claimed): Promise<void> {
  try {
    await withPatience((signal) => outbox.send(wordsOf(outbox, claimed), signal));
    await conclude(outbox, claimed, { state: 'sent' });
  } catch (error) {
    const again = error instanceof Undeliverable ? null : nextAttempt(claimed.attempts, outbox.clock.now());
    if (!(error instanceof Undeliverable))
      outbox.log.warn('a letter of contact details did not leave', { attempt: claimed.attempts, error });
    await conclude(outbox, claimed, again ? { state: 'waiting', again } : { state: 'given-up' });
  }
}

/** Nothing of the customer or of any authority: who reads it may be a stranger, or the address mistyped. */
function wordsOf({ keys, ownPages }: ContactOutbox, { id, kind, changeId, email, language }: Claimed): AddressLetter {
  const t = translator(variantOf(language), 'own');
  const values = {
    code: changeId ? sayCode(codeOf(keys, changeId)) : '',
    link: ownPages ? `${ownPages}/details` : '',
    hours: String(CODE_HOURS),
  };
  return { id, email, language, subject: t(`contact.letter.${kind}.subject`), text: t(`contact.letter.${kind}.body`, values) };
}

/** Nothing leaves to an address of somebody who has come under turvakielto meanwhile, nor a code that is of no use any more. */
async function claimDue(db: Db, now: Temporal.Instant): Promise<Claimed[]> {
  await sql`update contact_letter l set state = 'given-up', email = null, ended_at = ${now}::timestamptz from customer c
    where c.id = l.customer_id and l.state = 'waiting' and (c.restricted
      or exists (select 1 from contact_change g where g.id = l.change_id and g.ended_at is not null))`.execute(db);
  const claimed = await sql<Claimed>`
    with due as (select id from contact_letter where (state = 'waiting' and not_before <= ${now}::timestamptz)
        or (state = 'sending' and sending_since < ${now}::timestamptz - ${LOST_AFTER}::interval)
      order by not_before limit ${BATCH} for update skip locked)
    update contact_letter l set state = 'sending', sending_since = ${now}::timestamptz, attempts = l.attempts + 1 from due where l.id = due.id
    returning l.id, l.kind, l.change_id as "changeId", l.email, l.language, l.attempts`.execute(db);
  return claimed.rows;
}

type End = { state: 'sent' | 'given-up' } | { state: 'waiting'; again: Temporal.Instant };

/** The address is forgotten with the end. */
async function conclude({ db, clock }: ContactOutbox, { id, attempts }: Claimed, end: End): Promise<void> {
  const again = 'again' in end ? end.again : null;
  await sql`update contact_letter set state = ${end.state}, sending_since = null, not_before = coalesce(${again}::timestamptz, not_before),
    ended_at = ${again ? null : clock.now()}::timestamptz, email = case when ${again !== null} then email end
    where id = ${id}::uuid and state = 'sending' and attempts = ${attempts}`.execute(db);
}
