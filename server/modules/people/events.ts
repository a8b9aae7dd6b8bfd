import type { Trx } from '../../platform/db/transaction.ts';
import { publishAll } from '../../platform/events/publish.ts';

/** Subject of each: the person. */
export const PERSON_CHANGED = 'person.changed';
export const PERSON_DISABLED = 'person.disabled';
export const PERSON_ENABLED = 'person.enabled';
/** They serve in the unit no more, by removal or by being disabled; data: `unitId`. */
export const PERSON_LEFT_UNIT = 'person.left-unit';

export async function personEvent(trx: Trx, type: string, personId: string): Promise<void> {
  await publishAll(trx, [{ type, subject: personId }]);
}

export async function leftUnits(trx: Trx, personId: string, unitIds: string[]): Promise<void> {
  await publishAll(
    trx,
    unitIds.map((unitId) => ({ type: PERSON_LEFT_UNIT, subject: personId, data: { unitId } })),
  );
}
