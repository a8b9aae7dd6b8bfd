import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Invalid } from '../../../platform/errors.ts';
import { recordChange, sitAt } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { lockPerson } from '../queries.ts';
import { ownDetails, pointsToChoose, saveOwn } from './queries.ts';
import type { Me, MeChange } from './schema.ts';

type MeContext = { db: Kysely<Tables>; clock: Clock };

const DEFAULT_SETTINGS: Me['settings'] = { shortcuts: true, theme: 'system' };

export async function me({ db, clock }: MeContext, actor: Actor): Promise<Me> {
  return describe(db, actor, dayOf(clock.now()));
}

/** @throws Invalid('point-not-yours'): where one sits decides which agreements hold, so it is no free choice */
export async function changeMe({ db, clock }: MeContext, by: By, change: MeChange): Promise<Me> {
  const { actor } = by;
  const day = dayOf(clock.now());
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, actor.personId);
    const before = await ownDetails(trx, actor.personId);
    const seated = change.pointId === undefined || change.pointId === actor.pointId ? actor : await sit(trx, by, change.pointId, day);
    await saveOwn(trx, actor.personId, change.language ?? before.language, { ...before.settings, ...change.settings });
    return describe(trx, seated, day);
  });
}

async function sit(trx: Trx, by: By, pointId: string | null, day: Temporal.PlainDate): Promise<Actor> {
  const { actor } = by;
  const allowed = await pointsToChoose(trx, actor.personId, day);
  if (pointId !== null && !allowed.some(({ id }) => id === pointId)) throw new Invalid('point-not-yours', { fields: ['pointId'] });
  const grants = await sitAt(trx, actor.sessionId, pointId, day);
  await recordChange(trx, by, 'person.sit', actor.personId);
  return { ...actor, pointId, grants };
}

async function describe(db: Db, actor: Actor, day: Temporal.PlainDate): Promise<Me> {
  const own = await ownDetails(db, actor.personId);
  return {
    id: actor.personId,
    name: actor.name,
    ...own,
    settings: { ...DEFAULT_SETTINGS, ...own.settings },
    roles: [...new Set(actor.grants.map((grant) => grant.role))],
    grants: actor.grants,
    unitIds: actor.unitIds,
    pointId: actor.pointId,
    points: await pointsToChoose(db, actor.personId, day),
  };
}
