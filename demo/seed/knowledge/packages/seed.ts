import type { Kysely } from 'kysely';
import { knowledgeChanged } from '../../../../server/modules/knowledge/events.ts';
import { insertPackage } from '../../../../server/modules/knowledge/packages/queries.ts';
import type { Tables } from '../../../../server/platform/db/tables.ts';
import { inTransaction } from '../../../../server/platform/db/transaction.ts';
import { placesOf } from '../../matters/places.ts';
import { idOfKey } from '../ids.ts';
import { providers } from '../providers.ts';
import { serviceId } from '../records.ts';
import { services } from '../services/list.ts';
import { packages } from './list.ts';
import { contentOf } from './types.ts';

/**
 * What to do at each national life event, in order. A life event that has a package is left as it is.
 * @returns how many packages were written
 */
export async function seedPackages(db: Kysely<Tables>): Promise<number> {
  return inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places) return 0;
    const organisationId = (service: string) => {
      const organisation = organisationOf(service);
      return organisation ? places.organisation(organisation) : null;
    };
    const written: string[] = [];
    for (const one of packages) {
      const content = contentOf(one, { serviceId, organisationId });
      const id = idOfKey('package', one.event);
      const isNew = await insertPackage(trx, {
        id,
        ownerOrg: places.organisation('mallila'),
        lifeEvent: one.event,
        content,
        personId: null,
      });
      if (isNew) written.push(one.event);
    }
    await knowledgeChanged(trx, 'life-event', written);
    return written.length;
  });
}

/** Key of the demo's own organisation that gives the service. */
function organisationOf(key: string): string | null {
  const service = services.find((each) => each.key === key);
  const provider = providers.find((each) => each.key === service?.provider);
  if (!provider) throw new Error(`a package names ${key}, which is not there`);
  return 'organisation' in provider ? provider.organisation : null;
}
