import type { Kysely } from 'kysely';
import { knowledgeChanged } from '../../../../server/modules/knowledge/events.ts';
import { insertActor } from '../../../../server/modules/knowledge/support/queries.ts';
import { dayOf } from '../../../../server/platform/clock/day.ts';
import type { Tables } from '../../../../server/platform/db/tables.ts';
import { inTransaction } from '../../../../server/platform/db/transaction.ts';
import { placesOf } from '../../matters/places.ts';
import { names } from '../channels/making.ts';
import { idOfKey } from '../ids.ts';
import { channelId } from '../records.ts';
import { type DemoSupportActor, supportActors } from '../support-actors.ts';
import { plainOf } from './plain.ts';

/** Who keeps the demo's digital support actors fresh. */
const KEEPER = 'Petri Laakso';

/** Who gives digital support in the demo, looked over as many days ago as each says. @returns how many were written */
export async function seedSupportActors(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places) return 0;
    const [ownerOrg, keeper] = [places.organisation('mallila'), places.person(KEEPER)];
    const written: string[] = [];
    for (const one of supportActors) {
      const { kind, kinds, answersTo, languages, phone, email, opening, place, freshDaysAgo } = one;
      const id = await insertActor(trx, {
        id: idOfKey('support-actor', one.key),
        ownerOrg,
        ownerPersonId: keeper,
        personId: keeper,
        kind,
        texts: textsOf(one),
        supportKinds: kinds,
        answersTo,
        ways: waysOf(one),
        languages,
        isFree: one.price === undefined,
        phone,
        email,
        website: '',
        brochure: '',
        opening,
        placeId: place ? channelId(place) : null,
        checkedOn: dayOf(now).subtract({ days: freshDaysAgo }),
      });
      if (id) written.push(id);
    }
    await knowledgeChanged(trx, 'support-actor', written);
    return written.length;
  });
}

function textsOf({ key, texts, price = ['Maksuton', 'Kostnadsfritt', 'Free of charge'] }: DemoSupportActor) {
  const said = names(price);
  const full = (language: 'fi' | 'sv' | 'en') => ({ ...texts[language], price: said[language], accessibility: '' });
  return { fi: full('fi'), sv: full('sv'), en: full('en'), plain: plainOf[key] ?? null };
}

const waysOf = ({ visitsHomes, remote }: DemoSupportActor) => [
  'at-place' as const,
  ...(visitsHomes ? ['home' as const] : []),
  ...(remote ? ['remote' as const] : []),
];
