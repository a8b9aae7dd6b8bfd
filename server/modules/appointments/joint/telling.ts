import type { Trx } from '../../../platform/db/transaction.ts';
import type { JointChanged } from '../events.ts';
import { addJointLetter, isUntold, isWritten, type LetterKind, passEarlierOfJoint } from '../telling/queries.ts';
import { reminderOf, tellFrom } from '../telling/rules.ts';
import { jointOf, partsOfJoint } from './queries.ts';

/** One letter for each version of the whole; of a visit one reminder, before its first part. Each meeting of a course has its own. */
export async function tellOfJoint(trx: Trx, jointId: string, told: JointChanged, now: Temporal.Instant): Promise<void> {
  const { version, undoes } = told;
  const joint = await jointOf(trx, jointId);
  if (!joint) return;
  const passed = await passEarlierOfJoint(trx, jointId, version, now);
  // Told of twice, the event finds nothing any more that had not left yet.
  const isKnown = (await isWritten(trx, { jointId }, version)) || (undoes !== undefined && (await isUntold(trx, { jointId }, undoes)));
  if (!isKnown) await addJointLetter(trx, { jointId, version, kind: kindOf(told, passed), notBefore: tellFrom(told, now) });
  const first = (await partsOfJoint(trx, jointId)).find(({ state }) => state === 'confirmed');
  if (joint.kind !== 'visit' || !first) return;
  const remindAt = reminderOf(first.startsAt);
  if (Temporal.Instant.compare(remindAt, now) > 0) await addJointLetter(trx, { jointId, version, kind: 'reminder', notBefore: remindAt });
}

/** What had not left yet leads to the link by itself; that we have called something off is said beside what has moved since. */
function kindOf({ change }: JointChanged, passed: readonly LetterKind[]): LetterKind {
  if (change === 'linked') return passed.find((kind) => kind !== 'reminder') ?? change;
  return change === 'moved' && passed.includes('called-off') ? 'called-off' : change;
}
