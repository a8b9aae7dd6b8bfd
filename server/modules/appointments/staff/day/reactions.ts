import type { Trx } from '../../../../platform/db/transaction.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { publish } from '../../../../platform/events/publish.ts';
import type { Reaction } from '../../../../platform/events/reactions.ts';
import { record } from '../../../audit/service.ts';
import { finishBookedStep } from '../../../matters/path/booked/service.ts';
import type { Desk } from '../../../matters/types.ts';
import { FLOOR_CHANGED, type FloorChanged, VISIT_MOVED } from '../../../queue/events.ts';
import { expectAgain, followVisit, missPassed } from './queries.ts';

/** An agreed time follows the visit that came by it: arrived, served from when, done; and the step of its matter is done with it. */
export function followingVisits(desk: Desk): Reaction {
  return {
    name: 'appointments.follow-visits',
    types: [VISIT_MOVED],
    from: 'now',
    async handle(trx, { subject, data }) {
      if (!subject) return;
      const moved = data as FloorChanged & { deed: string };
      if (moved.deed === 'undone') await expectAgain(trx, moved.pointId, desk.clock.now());
      for (const { stepId, done, pointId } of await followVisit(trx, subject, desk.clock.now())) {
        if (done && stepId) await finishBookedStep(desk, trx, stepId);
        if (pointId) await tellPointOf(trx, pointId);
      }
    },
  };
}

/** Whoever has not come so long after their time was missed; told to staff only, each minute. @returns how many */
export async function missAppointments({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<number> {
  return inTransaction(db, async (trx) => {
    const missed = await missPassed(trx, clock.now());
    for (const { id, ownerOrg } of missed)
      await record(trx, { actorKind: 'system', action: 'appointment.missed', purpose: 'advice', ownerOrg, subjects: [id] });
    for (const pointId of new Set(missed.flatMap((one) => one.pointId ?? []))) await tellPointOf(trx, pointId);
    return missed.length;
  });
}

const tellPointOf = (trx: Trx, pointId: string) =>
  publish(trx, { type: FLOOR_CHANGED, subject: pointId, data: { pointId } satisfies FloorChanged });
