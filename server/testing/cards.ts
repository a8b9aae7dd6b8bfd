import type { Kysely } from 'kysely';
import { addPublishedCard } from '../modules/knowledge/cards/arriving.ts';
import { CardContent } from '../modules/knowledge/cards/schema.ts';
import type { Tables } from '../platform/db/tables.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { Town } from './town.ts';

type Parts = { content?: Record<string, unknown>; organisationId?: string | null; serviceId?: string | null; reviewOn?: string };

/** A published card of the town's city, written by Aino and approved by its administrator. */
export async function aCard(db: Kysely<Tables>, town: Town, parts: Parts = {}): Promise<string> {
  const content = CardContent.parse({ texts: { fi: { title: 'Asumistuki', summary: 'Apua vuokraan.' } }, ...parts.content });
  const { organisations, aino, admin, desk } = town;
  const card = {
    ownerOrg: organisations.city,
    serviceId: parts.serviceId ?? null,
    organisationId: parts.organisationId === undefined ? organisations.kela : parts.organisationId,
    ownerPersonId: aino.actor.personId,
    reviewOn: Temporal.PlainDate.from(parts.reviewOn ?? '2099-01-01'),
    now: desk.clock.now(),
  };
  const people = { writerId: aino.actor.personId, approverId: admin.actor.personId };
  return inTransaction(db, (trx) => addPublishedCard(trx, { ...card, ...people, content }));
}
