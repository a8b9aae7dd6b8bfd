import type { Trx } from '../../platform/db/transaction.ts';
import { publishAll } from '../../platform/events/publish.ts';
import type { EntryKind } from './search/types.ts';

/** Things that can be found have changed, come or gone; data: `kind` and `ids`. */
export const KNOWLEDGE_CHANGED = 'knowledge.changed';

/** An event's data stays small, so that an import of thousands is told in pieces. */
const IDS_IN_ONE = 500;

export async function knowledgeChanged(trx: Trx, kind: EntryKind, ids: readonly string[]): Promise<void> {
  const pieces = Array.from({ length: Math.ceil(ids.length / IDS_IN_ONE) }, (_, n) => ids.slice(n * IDS_IN_ONE, (n + 1) * IDS_IN_ONE));
  await publishAll(
    trx,
    pieces.map((piece) => ({ type: KNOWLEDGE_CHANGED, data: { kind, ids: piece } })),
  );
}
