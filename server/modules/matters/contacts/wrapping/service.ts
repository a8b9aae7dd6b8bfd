import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { closeMatter } from '../../closing/service.ts';
import { settleNeed } from '../../needs/service.ts';
import { refuseRestricted } from '../../restriction.ts';
import type { Call, Desk, LockedMatter } from '../../types.ts';
import { nameByCards } from '../cards/naming.ts';
import { endOfUnended, isSettled, minutesOf, proposeOutcomes, suggest } from '../rules.ts';
import type { WrapUp, WrapUpForm } from '../schema.ts';
import { lockContactToKeep, readEnd, traceContact } from '../service.ts';
import { checkKeys } from './keys.ts';
import { currentOutcomes, type FoundWrapUp, readWrapUp, writeWrapUp } from './queries.ts';
import { keepForUndo } from './undoing.ts';

/** What comes by itself and suggestions for the rest; once wrapped up, what was chosen. The advisor's own estimate is never suggested. */
export async function wrapUpForm(desk: Desk, call: Call, contactId: string): Promise<WrapUpForm> {
  const found = await readWrapUp(desk.db, call, contactId);
  if (!found) throw new NotFound();
  const { contact, facts, chosen, cards, adviceLevel } = found;
  const startedAt = Temporal.Instant.from(contact.startedAt);
  const endedAt = contact.endedAt ? Temporal.Instant.from(contact.endedAt) : null;
  return {
    contact,
    minutes: minutesOf({ channel: contact.channel, startedAt, endedAt }, desk.clock.now()),
    needs: proposeOutcomes(facts.needs),
    suggested: suggestionsOf(facts, chosen),
    cards,
    adviceLevel,
  };
}

/**
 * Ends a contact with its facts in one go: outcomes of the needs, why the customer came, what was done; closes the matter when asked.
 * May be put again for a week.
 * @throws Invalid `unknown-list-key`, `receipt-needed`, `end-before-start`; Conflict `wrap-up-settled`, `request-open`, `papers-left`,
 *   `processing-restricted` for what goes beyond the contact itself
 */
export async function wrapUp(desk: Desk, call: Call, contactId: string, input: WrapUp): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, contact } = await lockContactToKeep(trx, call, contactId);
    const now = desk.clock.now();
    if (matter.state === 'merged') throw new Conflict('matter-merged');
    if (isSettled(contact.wrapped_at, now)) throw new Conflict('wrap-up-settled');
    // What was talked of is stored; the needs and the end of the matter are not touched (GDPR art. 18(2)).
    const closes = input.closeMatter && matter.state === 'open';
    if (closes || input.services?.length) await refuseRestricted(trx, matter.id);
    await checkKeys(trx, input);
    await keepForUndo(trx, contact.id, now);
    await nameByCards(trx, call, matter, contact.id, input.services ?? []);
    await settleChanged(desk, trx, call, matter, input.outcomes);
    await writeWrapUp(trx, contact.id, {
      ...input,
      directedBy: input.reasons.includes('referred-here') ? input.directedBy : null,
      endedAt:
        readEnd(contact, input.endedAt, now) ??
        contact.ended_at ??
        endOfUnended({ channel: contact.channel, startedAt: contact.started_at }, now),
      personId: call.actor.personId,
      pointId: call.actor.pointId,
      now,
    });
    await traceContact(trx, call, matter, contact, 'contact.wrapped-up');
    if (closes) await closeMatter(desk, trx, call, matter, { papersStay: input.papersStay });
  });
}

function suggestionsOf(facts: FoundWrapUp['facts'], chosen: FoundWrapUp['chosen']): WrapUpForm['suggested'] {
  const fresh = suggest(facts);
  return chosen ? { ...chosen, hops: chosen.hops ?? fresh.hops, toldAgain: chosen.toldAgain ?? fresh.toldAgain } : fresh;
}

/** An outcome that stands already is not settled anew: the timeline tells what changed. */
async function settleChanged(desk: Desk, trx: Trx, call: Call, matter: LockedMatter, outcomes: WrapUp['outcomes']): Promise<void> {
  const current = await currentOutcomes(trx, matter.id);
  for (const { needId, ...outcome } of outcomes) {
    const stands = current.some(
      (need) =>
        need.id === needId &&
        need.outcome === outcome.outcome &&
        need.why === (outcome.why || null) &&
        (!outcome.receipt || need.receipt === outcome.receipt),
    );
    if (!stands) await settleNeed(desk, trx, call, matter, needId, { ...outcome, why: outcome.why || null });
  }
}
