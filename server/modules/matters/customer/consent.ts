import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Customer, CustomerChange } from '../../customers/schema.ts';
import { nameIn } from '../../directory/service.ts';
import { variantOf } from '../messages/wording.ts';
import { restrictionsOfCustomer } from '../restriction.ts';
import type { Call, Desk } from '../types.ts';
import type { ConsentToChange, ProcessingConsent } from './schema.ts';

/** The words to ask for consent by, in the customer's language when the product speaks it, else in English. */
export async function wordingOf(
  desk: Desk,
  db: Db,
  about: { customerId: string; language: string; controllers: string[] },
): Promise<ConsentToChange> {
  const restricting = await restrictionsOfCustomer(db, about.customerId, about.controllers);
  const language = variantOf(about.language);
  const { organisations } = await desk.directory.read();
  const names = organisations.filter(({ id }) => restricting.includes(id)).map(({ name }) => nameIn(name, language));
  const wording = translator(language, 'consent')('change', { by: names.join(', ') });
  return { isNeeded: restricting.length > 0, language, wording: restricting.length > 0 ? wording : '' };
}

export type Changing = { customerId: string; controllers: string[]; before: Customer; change: CustomerChange };

/**
 * Art. 18(2): restricted data are changed by the person's consent alone. It is kept as it was given, for each controller that restricts, with
 * the names of the details and never their values. Where nothing is restricted no consent is kept.
 * @returns the controllers for whom one was kept
 * @throws Conflict `processing-restricted`
 */
export async function keepConsent(
  desk: Desk,
  trx: Trx,
  call: Call,
  { customerId, controllers, before, change }: Changing,
  consent: ProcessingConsent | null | undefined,
): Promise<string[]> {
  const restricting = await restrictionsOfCustomer(trx, customerId, controllers);
  if (restricting.length === 0) return [];
  if (!consent) throw new Conflict('processing-restricted');
  const details = changedDetails(before, change);
  if (details.length === 0) return [];
  await sql`insert into processing_consent (customer_id, owner_org, details, wording, language, given_how, given_at, noted_by)
    select ${customerId}::uuid, org, ${details}::text[], ${consent.wording}, ${consent.language}, ${consent.givenHow}, ${desk.clock.now()}::timestamptz,
      ${call.actor.personId}::uuid from unnest(${restricting}::uuid[]) org`.execute(trx);
  return restricting;
}

/** The names of what would be otherwise than before. */
export function changedDetails(before: Customer, { version: _, ...change }: CustomerChange): string[] {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return given.filter(([name, value]) => (value || null) !== (before[name as keyof Customer] || null)).map(([name]) => name);
}
