import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import type { Floor } from '../../types.ts';
import { pointWithQueues } from '../../visits/queries.ts';
import { alarmsChanged } from '../events.ts';
import { requireThere } from '../policy.ts';
import { insertDraft } from '../queries.ts';
import * as rows from './queries.ts';
import type { AlarmList } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'clock'>;

/** How long those who were coming are told that it was a mistake. */
const TOLD_MINUTES = 5;

/** Open alarms of the others who are there, and whether one's own has been heard. @throws NotFound for whoever is not there */
export async function alarmsAt({ db, clock }: Deps, actor: Actor, pointId: string): Promise<AlarmList> {
  requireThere(actor, await pointWithQueues(db, pointId));
  const open = await rows.openAlarms(db, pointId, clock.now().subtract({ minutes: TOLD_MINUTES }));
  const mine = open.filter(({ raisedById }) => raisedById === actor.personId);
  const own = mine.find(({ mistaken }) => !mistaken);
  return {
    alarms: open
      .filter((alarm) => !mine.includes(alarm))
      .map(({ id, raisedAt, raisedBy, counter, mistaken, coming }) => ({
        ...{ id, raisedBy, counter, mistaken },
        raisedAt: raisedAt.toString(),
        coming: coming.map(({ name }) => name),
        isMine: coming.some((person) => person.id === actor.personId),
      })),
    own: own ? { id: own.id, coming: own.coming.length } : null,
  };
}

/** Calls everybody else at the point, without a sound. @throws NotFound for whoever is not there */
export async function raiseAlarm({ clock }: Deps, trx: Trx, by: By, pointId: string): Promise<{ id: string }> {
  const point = await pointWithQueues(trx, pointId);
  requireThere(by.actor, point);
  const id = await rows.raise(trx, pointId, by.actor.personId, clock.now());
  await recordChange(trx, by, 'alarm.raised', id, point.organisationId);
  await alarmsChanged(trx, pointId);
  return { id };
}

/** "I am coming." @throws NotFound; Conflict `alarm-ended` */
export async function comeTo(deps: Deps, by: By, alarmId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { alarm, organisationId } = await lockHeard(trx, by, alarmId);
    if (alarm.endedAt) throw new Conflict('alarm-ended');
    await rows.insertComing(trx, alarmId, by.actor.personId, deps.clock.now());
    await recordChange(trx, by, 'alarm.coming', alarmId, organisationId);
    await alarmsChanged(trx, alarm.pointId);
  });
}

/**
 * It is over: a draft for the log is left behind; ended by two at once there is one. Of a mistake none is left, and only whoever raised it
 * may say so. @throws NotFound; Forbidden for a mistake of another's; Conflict `alarm-ended` of a night before
 */
export async function endAlarm(deps: Deps, by: By, alarmId: string, mistaken = false): Promise<{ disturbanceId: string | null }> {
  return inTransaction(deps.db, async (trx) => {
    const { alarm, organisationId } = await lockHeard(trx, by, alarmId);
    if (mistaken && alarm.raisedBy !== by.actor.personId) throw new Forbidden();
    if (alarm.disturbanceId) return { disturbanceId: alarm.disturbanceId };
    if (alarm.endedAt) throw new Conflict('alarm-ended');
    const [at, { personId }] = [deps.clock.now(), by.actor];
    const disturbanceId = mistaken ? null : await insertDraft(trx, { pointId: alarm.pointId, personId, at }, alarm);
    await rows.end(trx, alarmId, personId, at, disturbanceId);
    await recordChange(trx, by, mistaken ? 'alarm.taken-back' : 'alarm.ended', alarmId, organisationId);
    await alarmsChanged(trx, alarm.pointId);
    return { disturbanceId };
  });
}

async function lockHeard(trx: Trx, by: By, alarmId: string): Promise<{ alarm: rows.LockedAlarm; organisationId: string }> {
  const alarm = await rows.lockAlarm(trx, alarmId);
  const point = alarm && (await pointWithQueues(trx, alarm.pointId));
  requireThere(by.actor, point);
  if (!alarm) throw new NotFound();
  return { alarm, organisationId: point.organisationId };
}
