import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import type { Call, Desk } from '../../types.ts';
import { isSettled } from '../rules.ts';
import { lockContactToKeep, traceContact } from '../service.ts';
import { insertContactCard, isReadable } from './queries.ts';

/** Remembers that a service card was opened while this customer was served; told again it is the same. @throws NotFound; Conflict `wrap-up-settled` */
export async function rememberCard(desk: Desk, call: Call, contactId: string, cardId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, contact } = await lockContactToKeep(trx, call, contactId);
    const now = desk.clock.now();
    if (isSettled(contact.wrapped_at, now)) throw new Conflict('wrap-up-settled');
    if (!(await isReadable(trx, cardId))) throw new NotFound();
    const isNew = await insertContactCard(trx, { contactId: contact.id, cardId, personId: call.actor.personId, now });
    if (isNew) await traceContact(trx, call, matter, contact, 'contact.changed');
  });
}
