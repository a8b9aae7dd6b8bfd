import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { askedRoles } from '../policy.ts';
import type { Desk } from '../types.ts';

export type AnsweringUnit = {
  id: string;
  organisationId: string;
  tier: number;
  opening: OpeningHours;
  answerMinutes: number;
  remindMinutes: number;
  active: boolean;
  successorId: string | null;
  /** Who carries on its organisation. */
  organisationSuccessorId: string | null;
};

const LONGEST_CHAIN = 20;

/**
 * The unit that a question put to `unitId` reaches: itself, or the first of its successors with somebody able in it. Locked, so that
 * its last member cannot leave meanwhile. A question falls to another organisation only when that one carries on the first.
 * @throws Invalid `unknown-reference`, `unit-tier-too-low` unless above `aboveTier`; Conflict `unit-has-nobody`
 */
export async function unitToAnswer(desk: Desk, trx: Trx, unitId: string, aboveTier: number): Promise<AnsweringUnit> {
  const first = await lockAnsweringUnit(trx, unitId);
  if (!first) throw new Invalid('unknown-reference', { fields: ['toUnitId'] });
  if (first.tier <= Math.max(1, aboveTier)) throw new Invalid('unit-tier-too-low', { fields: ['toUnitId'] });
  const found = await firstAble(trx, first, dayOf(desk.clock.now()), (unit) => isHeir(first, unit) && unit.tier > Math.max(1, aboveTier));
  if (!found) throw new Conflict('unit-has-nobody');
  return found;
}

/** The unit or the first of its successors that fits and has somebody able; each is locked on the way. */
export async function firstAble(
  trx: Trx,
  first: AnsweringUnit,
  day: Temporal.PlainDate,
  fits: (unit: AnsweringUnit) => boolean,
): Promise<AnsweringUnit | undefined> {
  const seen = new Set<string>();
  for (let unit: AnsweringUnit | undefined = first; unit && !seen.has(unit.id) && seen.size < LONGEST_CHAIN; ) {
    seen.add(unit.id);
    if (unit.active && fits(unit) && (await ableMembers(trx, unit.id, day)).length > 0) return unit;
    unit = unit.successorId ? await lockAnsweringUnit(trx, unit.successorId) : undefined;
  }
  return undefined;
}

function isHeir(first: AnsweringUnit, unit: AnsweringUnit): boolean {
  return unit.organisationId === first.organisationId || unit.organisationId === first.organisationSuccessorId;
}

/** @throws Invalid `not-in-unit` when the person does not work there, or may no longer */
export async function refuseStranger(desk: Desk, trx: Trx, unitId: string, personId: string | null | undefined): Promise<void> {
  if (!personId) return;
  const able = await ableMembers(trx, unitId, dayOf(desk.clock.now()));
  if (!able.includes(personId)) throw new Invalid('not-in-unit', { fields: ['toPersonId'] });
}

/** Members who can act: not disabled, and with a grant at the unit's organisation that lets them see what is asked of it. */
export async function ableMembers(db: Db, unitId: string, day: Temporal.PlainDate): Promise<string[]> {
  const found = await sql<{ id: string }>`select k.person_id as id from unit_member k join unit u on u.id = k.unit_id
    where u.id = ${unitId}::uuid and ${ableAt(sql.ref('k.person_id'), sql.ref('u.organisation_id'), day)}`.execute(db);
  return found.rows.map((row) => row.id);
}

/** Predicate: the person can answer at the organisation on that day. */
export function ableAt(person: ReturnType<typeof sql.ref>, organisation: ReturnType<typeof sql.ref>, day: Temporal.PlainDate) {
  return sql<boolean>`exists (select 1 from person a join person_grant g on g.person_id = a.id
    where a.id = ${person} and a.disabled_at is null and g.organisation_id = ${organisation} and g.role = any(${askedRoles}::text[])
      and g.revoked_at is null and g.valid_from <= ${day}::date and (g.valid_until is null or g.valid_until > ${day}::date))`;
}

export async function lockAnsweringUnit(trx: Trx, unitId: string): Promise<AnsweringUnit | undefined> {
  const found =
    await sql<AnsweringUnit>`select u.id, u.organisation_id as "organisationId", u.tier, u.opening, u.answer_minutes as "answerMinutes",
      u.remind_minutes as "remindMinutes", u.active, u.successor_id as "successorId", o.successor_id as "organisationSuccessorId"
    from unit u join organisation o on o.id = u.organisation_id where u.id = ${unitId}::uuid for share of u`.execute(trx);
  return found.rows[0];
}
