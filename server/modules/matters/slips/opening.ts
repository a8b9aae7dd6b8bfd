import { inTransaction } from '../../../platform/db/transaction.ts';
import { record } from '../../audit/service.ts';
import { createPassingLink } from '../../identity/service.ts';
import { passingUntil } from './rules.ts';
import { type SlipDeps, type SlipWords, tryPin } from './trying.ts';

/**
 * Opens the page behind the matter's secret link for an hour. Every try is audited in the same transaction, also because both answers then
 * cost one commit.
 * @returns the token of a link, for the browser's cookie; undefined for every reason alike
 */
export async function openBySlip(deps: SlipDeps, words: SlipWords, requestId: string): Promise<string | undefined> {
  return inTransaction(deps.desk.db, async (trx) => {
    const { slip, right } = await tryPin(trx, deps, words, 'web');
    const about = slip ? { matterId: slip.matterId, subjects: [slip.id] } : {};
    const [actorKind, outcome] = right ? (['link', 'done'] as const) : (['anonymous', 'refused'] as const);
    await record(trx, { ...about, requestId, actorKind, action: 'slip.opened', purpose: 'own-matter', outcome });
    if (!slip || !right) return undefined;
    const now = deps.desk.clock.now();
    return createPassingLink(trx, { matterId: slip.matterId, originId: slip.id, now, expiresAt: passingUntil(slip, now) });
  });
}
