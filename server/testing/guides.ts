import type { Kysely } from 'kysely';
import { addPublishedGuide } from '../modules/knowledge/guides/drafts/publishing.ts';
import { GuideContent } from '../modules/knowledge/guides/schema.ts';
import type { Tables } from '../platform/db/tables.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { Town } from './town.ts';

/** A published guide of the town's city, written by Aino and approved by its administrator. */
export async function aGuide(
  db: Kysely<Tables>,
  town: Town,
  content: Record<string, unknown> = {},
  reviewOn = '2099-01-01',
): Promise<string> {
  const { organisations, aino, admin, desk } = town;
  const now = desk.clock.now();
  const texts = { fi: { title: 'Vuoron alku', body: 'Lue tiedotteet.' } };
  const id = await inTransaction(db, (trx) =>
    addPublishedGuide(trx, {
      ownerOrg: organisations.city,
      ownerPersonId: aino.actor.personId,
      reviewOn: Temporal.PlainDate.from(reviewOn),
      now,
      writerId: aino.actor.personId,
      approverId: admin.actor.personId,
      versions: [{ content: GuideContent.parse({ texts, ...content }), changeNote: '', at: now }],
    }),
  );
  return id as string;
}
