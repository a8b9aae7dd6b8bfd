import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../../platform/events/publish.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { record } from '../../../audit/service.ts';
import { changeOwnContact, requireRight } from '../../../customers/service.ts';
import { customerEntry, handledCustomer } from '../../../identity/service.ts';
import type { CustomerCaller } from '../../../identity/types.ts';
import { eventRow } from '../../trace.ts';
import type { Desk } from '../../types.ts';
import { type ContactRow, countTry, endChange, insertChange, insertLetter, lockChange, lockCustomer, openMattersOf } from './queries.ts';
import { CODE_HOURS, isCodeOf, MOST_TRIES } from './rules.ts';

/**
 * Sends a code to the address the customer wants to be reached by; it is used for nothing before the code has come back.
 * @throws Forbidden `mandate-too-narrow`; Conflict `contact-protected` under turvakielto
 */
export async function askEmail(desk: Desk, caller: CustomerCaller, requestId: string, email: string): Promise<void> {
  await changing(desk, caller, async (trx, customerId, { language }) => {
    const at = desk.clock.now();
    const changeId = await insertChange(trx, { customerId, email, at, expiresAt: at.add({ hours: CODE_HOURS }) });
    await insertLetter(trx, { customerId, kind: 'code', changeId, email, language }, at);
    await record(trx, entry(caller, requestId, 'contact.email-asked'));
  });
}

export type CodeFault = 'code' | 'code-gone';

/** From now on the address is theirs; the old one and the new one are told. @throws as `askEmail` */
export async function confirmEmail(
  desk: Desk,
  keys: Keyring,
  caller: CustomerCaller,
  requestId: string,
  code: string,
): Promise<CodeFault | undefined> {
  return changing(desk, caller, async (trx, customerId, { email: before, language }) => {
    const change = await lockChange(trx, customerId, desk.clock.now());
    if (!change || change.tries >= MOST_TRIES) return 'code-gone';
    if (!isCodeOf(keys, change.id, code)) {
      await countTry(trx, change.id);
      return 'code';
    }
    const at = desk.clock.now();
    await changeOwnContact(trx, customerId, { email: change.email });
    await endChange(trx, customerId, at, true);
    const told = [...new Set([before, change.email].filter((email) => email !== null))];
    for (const email of told) await insertLetter(trx, { customerId, kind: 'changed', changeId: null, email, language }, at);
    await trace(trx, caller, requestId, customerId, 'contact.email-changed');
    return undefined;
  });
}

/** The customer does not want it after all. */
export async function dropEmail(desk: Desk, caller: CustomerCaller, requestId: string): Promise<void> {
  await changing(desk, caller, async (trx, customerId) => {
    await endChange(trx, customerId, desk.clock.now());
    await record(trx, entry(caller, requestId, 'contact.email-dropped'));
  });
}

/** The number stands at once, marked as one that nobody has tried; null removes it. Told to the e-mail address there is. @throws as `askEmail` */
export async function changePhone(desk: Desk, caller: CustomerCaller, requestId: string, phone: string | null): Promise<void> {
  await changing(desk, caller, async (trx, customerId, { phone: before, email, language }) => {
    if (phone === before) return;
    await changeOwnContact(trx, customerId, { phone });
    if (email) await insertLetter(trx, { customerId, kind: 'changed', changeId: null, email, language }, desk.clock.now());
    await trace(trx, caller, requestId, customerId, 'contact.phone-changed');
  });
}

/** Contact details are the person's own to change, and under turvakielto the register's: we use none then. */
async function changing<T>(
  desk: Desk,
  caller: CustomerCaller,
  work: (trx: Trx, customerId: string, contact: ContactRow) => Promise<T>,
): Promise<T> {
  requireRight(caller, 'data-rights');
  return inTransaction(desk.db, async (trx) => {
    const customerId = handledCustomer(caller);
    const contact = await lockCustomer(trx, customerId);
    if (contact.restricted) throw new Conflict('contact-protected');
    return work(trx, customerId, contact);
  });
}

const entry = (caller: CustomerCaller, requestId: string, action: string) => ({
  ...customerEntry(caller, requestId),
  action,
  purpose: 'own-matter',
});

/** Every open desk that shows the customer hears of it. */
async function trace(trx: Trx, caller: CustomerCaller, requestId: string, customerId: string, action: string): Promise<void> {
  await record(trx, entry(caller, requestId, action));
  for (const { id, ownerOrg } of await openMattersOf(trx, customerId))
    await eventRow({ matterId: id, event: 'matter.changed', facts: { ownerOrg } }).execute(trx);
  wakeReadersAfterCommit(trx);
}
