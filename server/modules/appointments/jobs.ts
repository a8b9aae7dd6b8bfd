import type { JobHandler } from '../../platform/jobs/jobs.ts';
import type { Keyring } from '../../platform/keys/keyring.ts';
import type { Noticing } from '../matters/noticing/types.ts';
import type { Boards } from '../queue/service.ts';
import { createCapacities } from './capacity/service.ts';
import { expireInvitations } from './invitations/reactions.ts';
import { OFFER_JOB } from './waiting/leaving.ts';
import { offerFreeTimes, tendLines } from './waiting/offering.ts';
import type { Offering } from './waiting/types.ts';

export type Offerers = { noticing: Noticing; keys: Keyring; boards: Boards };

const offeringOf = ({ noticing, keys, boards }: Offerers): Offering => ({
  ...noticing,
  ...{ keys, boards, capacities: createCapacities(noticing.db), quietHours: noticing.notices.quietHours },
});

/** What is free of a service, offered to those who wait for it. */
export const offerJobs = (work: Offerers): Record<string, JobHandler> => ({
  [OFFER_JOB]: async (payload) => offerFreeTimes(offeringOf(work), (payload as { bookableId: string }).bookableId),
});

/** Each minute: lines in which something became free without an event, and invitations that nobody answered. */
export async function offerTending(work: Offerers): Promise<void> {
  const { db, clock } = work.noticing;
  await tendLines(offeringOf(work));
  await expireInvitations({ db, clock });
}
