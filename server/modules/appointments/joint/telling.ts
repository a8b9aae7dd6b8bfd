import type { Trx } from '../../../platform/db/transaction.ts';
import type { JointChanged } from '../events.ts';
import { addJointLetter, passEarlierOfJoint } from '../telling/queries.ts';
import { reminderOf, tellFrom } from '../telling/rules.ts';
import { jointOf, partsOfJoint } from './queries.ts';

/** One letter for each version of the whole; of a visit one reminder, before its first part. Each meeting of a course has its own. */
export async function tellOfJoint(trx: Trx, jointId: string, told: JointChanged, now: Temporal.Instant): Promise<void> {
  const { change, version } = told;
  const joint = await jointOf(trx, jointId);
  if (!joint) return;
  const passed = await passEarlierOfJoint(trx, jointId, version, now);
  // What had not left yet leads to the link by itself.
  const unsaid = change === 'linked' ? passed.find((kind) => kind !== 'reminder') : undefined;
  await addJointLetter(trx, { jointId, version, kind: unsaid ?? change, notBefore: tellFrom(told, now) });
  const first = (await partsOfJoint(trx, jointId)).find(({ state }) => state === 'confirmed');
  if (joint.kind !== 'visit' || !first) return;
  const remindAt = reminderOf(first.startsAt);
  if (Temporal.Instant.compare(remindAt, now) > 0) await addJointLetter(trx, { jointId, version, kind: 'reminder', notBefore: remindAt });
}
