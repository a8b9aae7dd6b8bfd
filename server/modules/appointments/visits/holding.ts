import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import {
  type Held,
  type HeldBy,
  HOLD_MINUTES,
  type HoldInput,
  holderHashOf,
  inTurnOf,
  Lost,
  requireFew,
  type Taking,
} from '../booking/holding.ts';
import { insertHold } from '../booking/queries.ts';
import { appointmentSecret } from '../booking/secrets.ts';
import { reachingAll, takeAll } from '../booking/together.ts';
import { insertJoint } from '../joint/queries.ts';
import { jointSecret } from '../joint/secrets.ts';
import type { Booking } from '../types.ts';
import { mostBetweenAt } from './queries.ts';
import { isVisit } from './rules.ts';
import type { VisitWish } from './service.ts';

const nothing = sql`select 1`;

export type VisitInput = Omit<VisitWish, 'bookableIds'> & { parts: readonly { bookableId: string; at: number }[] };

/**
 * Holds all services of a visit for ten minutes, or none of them.
 * @throws NotFound; Invalid `time-not-bookable` also when they do not follow one another, `too-many-people`; Conflict `time-taken`, `too-many-held`
 */
export async function holdVisit(booking: Booking, key: IdempotencyKey | undefined, input: VisitInput, by: HeldBy): Promise<Done<Held>> {
  // Once each: many of the same would go by how many one may have. Ids are the same in capitals too.
  const services = new Set(input.parts.map(({ bookableId }) => bookableId.toLowerCase()));
  if (services.size < input.parts.length) throw new Invalid('time-not-bookable');
  const inputs = inputsOf(input);
  return inTurnOf(booking, by, () =>
    reachingAll(booking, inputs, (isLast) =>
      once(
        booking.db,
        key,
        (trx) => hold(booking, trx, input, { inputs, isLast, by }),
        async (id) => ({ id }),
      ),
    ),
  );
}

function inputsOf({ pointId, needs, interpreterLanguage, language, people, evenNow, parts }: VisitInput): HoldInput[] {
  const wish = { pointId, needs, interpreterLanguage, language, people, evenNow, way: 'point' as const };
  return [...parts].sort((a, b) => a.at - b.at).map(({ bookableId, at }) => ({ ...wish, bookableId, at }));
}

type Holding = { inputs: readonly HoldInput[]; isLast: boolean; by: HeldBy };

async function hold(booking: Booking, trx: Trx, input: VisitInput, { inputs, isLast, by }: Holding): Promise<Done<Held>> {
  const taken = await takeAll(booking, trx, inputs, isLast, by.kind === 'staff' ? 'staff' : 'anyone');
  const times = taken.map(({ time }) => time);
  if (!isVisit(times, await mostBetweenAt(trx, input.pointId))) throw new Invalid('time-not-bookable');
  if (by.kind === 'anyone') await requireFew(booking, trx, by.address);
  const id = randomUUID();
  const now = booking.clock.now();
  const language = input.language ?? 'fi';
  const secretHash = hashSecret(jointSecret(booking.keys, id));
  await insertJoint(trx, { id, kind: 'visit', seriesId: null, secretHash, language, askedBy: null }, now);
  for (const [at, part] of taken.entries()) await holdPart(booking, trx, inputs[at] as HoldInput, part, { jointId: id, by, now });
  return { resourceId: id, status: 201, value: { id } };
}

type Joint = { jointId: string; by: HeldBy; now: Temporal.Instant };

async function holdPart(booking: Booking, trx: Trx, input: HoldInput, part: Taking, { jointId, by, now }: Joint): Promise<void> {
  const id = randomUUID();
  const { bookableId, pointId, way, language, needs, interpreterLanguage, people = 1 } = input;
  const { resources, time, during, ownerOrg, stopId } = part;
  const asHeld = {
    ...{ id, bookableId, pointId, stopId, way, from: time.from, until: time.until },
    ...{ needs, interpreterLanguage, people, ownerOrg, jointId },
    language: language ?? 'fi',
    heldUntil: now.add({ minutes: HOLD_MINUTES }),
    secretHash: hashSecret(appointmentSecret(booking.keys, id)),
    bookedBy: by.kind === 'staff' ? by.personId : null,
    holderHash: holderHashOf(booking, by),
  };
  if (!(await insertHold(trx, asHeld, resources, during, nothing))) throw new Lost();
}
