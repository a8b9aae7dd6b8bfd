import type { Trx } from '../../../platform/db/transaction.ts';
import type { Reaction } from '../../../platform/events/reactions.ts';
import { appointmentOf } from '../booking/queries.ts';
import { APPOINTMENT_CHANGED, type AppointmentChanged, JOINT_CHANGED, type JointChanged } from '../events.ts';
import { tellOfJoint } from '../joint/telling.ts';
import { addLetters, isUntold, isWritten, type LetterKind, passEarlier } from './queries.ts';
import { remindersOf, tellFrom } from './rules.ts';

/** Writes down what the booker is to be told of each change, and when to be reminded. */
export function tellingBookers({ clock }: { clock: { now(): Temporal.Instant } }): Reaction {
  return {
    name: 'appointments.tell-bookers',
    types: [APPOINTMENT_CHANGED, JOINT_CHANGED],
    from: 'now',
    async handle(trx, { type, subject, data }) {
      if (type === JOINT_CHANGED && subject) return tellOfJoint(trx, subject, data as JointChanged, clock.now());
      const told = data as AppointmentChanged;
      const { version } = told;
      if (told.written) return;
      const one = subject && (await appointmentOf(trx, subject));
      // The parts of a visit are told of as one.
      if (!one || (one.jointId && !one.sessionId)) return;
      const now = clock.now();
      const passed = await passEarlier(trx, one.id, version, now);
      // The meetings of a course too; each is reminded of by itself.
      const kind = one.jointId ? undefined : await kindToTell(trx, one.id, told, passed);
      const notBefore = tellFrom(told, now);
      await addLetters(trx, { appointmentId: one.id, version }, [
        ...(kind ? [{ kind, notBefore }] : []),
        ...(isOver(told) ? [] : remindersOf(one.startsAt, now)),
      ]);
    },
  };
}

const isOver = ({ change }: AppointmentChanged) => change === 'cancelled' || change === 'called-off';

type Passed = readonly { kind: LetterKind; version: number }[];

/** Undefined when the booker knows already how it is. */
async function kindToTell(trx: Trx, id: string, told: AppointmentChanged, passed: Passed): Promise<LetterKind | undefined> {
  const { change, undoes } = told;
  const unsaid = passed.find(({ kind }) => kind !== 'reminder')?.kind;
  // Who else receives them is nothing to the customer; what had not left yet is said still.
  if (change === 'given' || change === 'unlinked') return unsaid;
  // What had not left yet tells the new address, or leads to the link, by itself.
  if (change === 'relocated' || change === 'linked')
    return unsaid ?? ((await isWritten(trx, { appointmentId: id }, told.version)) ? undefined : change);
  if (undoes !== undefined && (await isUntold(trx, { appointmentId: id }, undoes))) return undefined;
  return change;
}
