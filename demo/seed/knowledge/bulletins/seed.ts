import type { Kysely } from 'kysely';
import { insertBulletin, markRead } from '../../../../server/modules/knowledge/bulletins/queries.ts';
import { knowledgeChanged } from '../../../../server/modules/knowledge/events.ts';
import { dayOf } from '../../../../server/platform/clock/day.ts';
import type { Tables } from '../../../../server/platform/db/tables.ts';
import { inTransaction } from '../../../../server/platform/db/transaction.ts';
import { placesOf } from '../../matters/places.ts';
import { idOfKey } from '../ids.ts';
import { serviceId } from '../records.ts';
import { bulletins, type DemoBulletin } from './list.ts';

/** The demo's change notices, their days counted from now. @returns how many were written */
export async function seedBulletins(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places) return 0;
    const written: string[] = [];
    for (const one of bulletins) {
      const { texts, mustRead, services, points } = one;
      const id = await insertBulletin(trx, {
        id: idOfKey('bulletin', one.key),
        ownerOrg: places.organisation('mallila'),
        personId: null,
        texts,
        mustRead,
        serviceIds: services.map(serviceId),
        pointIds: points.map(places.point),
        ...daysOf(one, dayOf(now)),
      });
      if (!id) continue;
      for (const name of one.readBy) await markRead(trx, id, places.person(name), now);
      written.push(id);
    }
    await knowledgeChanged(trx, 'bulletin', written);
    return written.length;
  });
}

function daysOf({ publishedDaysAgo, inForceInDays, showsForDays }: DemoBulletin, today: Temporal.PlainDate) {
  const publishedOn = today.subtract({ days: publishedDaysAgo });
  return {
    publishedOn,
    showsUntil: publishedOn.add({ days: showsForDays }),
    inForceOn: inForceInDays === undefined ? null : today.add({ days: inForceInDays }),
  };
}
