import type { Trx } from '../../../platform/db/transaction.ts';
import { publishVersion } from './drafts/publishing.ts';
import { insertVersion, markApproved, openVersion } from './drafts/queries.ts';
import { insertCard, lockAnyCard, type NewCard } from './queries.ts';
import type { CardContent } from './schema.ts';

/**
 * A card that comes written and approved, with an installation's own content. `writerId` answers for the text and `approverId` for its
 * approval: they are two people here too (the database refuses one).
 */
export async function addPublishedCard(
  trx: Trx,
  card: NewCard & { content: CardContent; writerId: string; approverId: string },
): Promise<string> {
  const { content, writerId, approverId, now } = card;
  const id = await insertCard(trx, card);
  const number = await insertVersion(trx, id, { content, changeNote: '', personId: writerId, now });
  const [version, locked] = [await openVersion(trx, id), await lockAnyCard(trx, id)];
  if (!version || !locked) throw new Error('a card that was just written is not there');
  await markApproved(trx, version, approverId, null);
  await publishVersion(trx, locked, number, now);
  return id;
}
