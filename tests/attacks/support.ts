import type { Caller } from '../../server/testing/app.ts';
import { anActor } from '../../server/testing/support.ts';
import type { Town } from '../../server/testing/town.ts';

/** Who gives digital support in city A, and a referral there in a matter that city A keeps. */
export async function supportOf({ organisations }: Town, admin: Caller, aino: Caller, matterId: string) {
  const supportActor = await anActor(admin, organisations.city);
  const { body } = await aino.call<{ id: string }>(
    'POST',
    `/api/matters/${matterId}/referrals`,
    { actorId: supportActor, criteria: ['takes-long'] },
    { 'idempotency-key': supportActor },
  );
  return { supportActor, referral: body.id };
}
