import { dayOf, endOfDay } from '../../../platform/clock/day.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { packageInUse, stepsOfPackage } from '../../knowledge/service.ts';
import { lockOpen } from '../locking.ts';
import type { Call, Desk } from '../types.ts';
import { titlesOfPath } from './queries.ts';
import type { PackageTaken } from './schema.ts';
import { writeSteps } from './service.ts';

/**
 * A life event's steps become the end of a matter's path, in the matter's language. Deadlines count from the day of the event. A step that
 * stands on the path already by its words is not written twice, so that a second tap adds nothing.
 * @throws Invalid `unknown-reference` for a package that is not in use
 */
export async function takePackage(
  desk: Desk,
  call: Call,
  matterId: string,
  { packageId, eventDay }: PackageTaken,
): Promise<{ added: number }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    const content = await packageInUse(trx, packageId);
    const steps = stepsOfPackage(content, matter.language, eventDay ?? dayOf(desk.clock.now()));
    const standing = await titlesOfPath(trx, matter);
    const inputs = steps
      .filter(({ title }) => !standing.includes(title))
      .map(({ deadlineOn, ...step }) => ({ ...step, place: '', deadlineAt: deadlineOn && lastMinuteOf(deadlineOn).toString() }));
    if (inputs.length > 0) await writeSteps(desk, trx, call, matter, inputs);
    return { added: inputs.length };
  });
}

/** A deadline on a day is kept until that day is over, and shown as that day: the midnight after it would be shown as the next. */
const lastMinuteOf = (day: Temporal.PlainDate): Temporal.Instant => endOfDay(day).subtract({ minutes: 1 });
