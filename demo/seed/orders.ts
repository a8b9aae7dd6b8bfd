import type { Trx } from '../../server/platform/db/transaction.ts';
import type { World } from './matters/telling.ts';

/** Two interpreters for customers of the seed: one still to be ordered, one confirmed. */
export async function seedOrders(trx: Trx, { places, times, matter }: World): Promise<void> {
  const unit = places.unit('mallila-neuvonta');
  const own = { owner_org: unit.organisationId, created_by: places.person('Aino Korpela') };
  await trx
    .insertInto('language_order')
    .values([
      {
        ...own,
        matter_id: matter('amina').id,
        kind: 'interpreter',
        language: 'somali',
        way: 'video',
        at: times('in 2 d 10.00', unit),
        minutes: 45,
        place: 'Mallilan palvelupiste, etähuone',
      },
      {
        ...own,
        matter_id: matter('oksana').id,
        kind: 'interpreter',
        language: 'ukraina',
        way: 'on-site',
        at: times('in 3 d 13.00', unit),
        minutes: 60,
        place: 'Mallilan palvelupiste, huone 2',
        state: 'confirmed',
        provider: 'Alueen tulkkipalvelu',
        reference: 'T-2417',
      },
    ])
    .execute();
}
