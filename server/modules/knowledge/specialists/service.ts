import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { findUnit } from '../../directory/service.ts';
import type { Unit } from '../../directory/types.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { hasMember } from '../../people/service.ts';
import { approvedBy } from '../policy.ts';
import { specialistChanged } from './events.ts';
import { mayKeep } from './policy.ts';
import * as rows from './queries.ts';
import { changesAt, standings } from './rules.ts';
import type { CardSpecialists, Specialist, SpecialistCandidates, SpecialistInput, SpecialistList, SpecialistRow } from './schema.ts';

export type SpecialistContext = { db: Kysely<Tables>; clock: Clock };

/** All of them with how they stand now: filtered where they are read, so that no words travel. */
export async function listSpecialists(context: SpecialistContext): Promise<SpecialistList> {
  const { all, shown, changes } = await everybody(context, context.db);
  return { specialists: all.map(({ id }) => shown(id)), changesAt: changes };
}

/** Whom a card would have one ask: those it names first, then those who answer now. @throws NotFound for a card that is not published */
export async function specialistsOfCard(context: SpecialistContext, cardId: string): Promise<CardSpecialists> {
  const people = await rows.specialistsOfCard(context.db, cardId);
  if (!people) throw new NotFound();
  const { all, shown, changes } = await everybody(context, context.db);
  const named = new Map(people.map(({ id, isNamed }) => [id, isNamed]));
  const found = all.flatMap(({ id }) => (named.has(id) ? [{ ...shown(id), isNamed: named.get(id) === true }] : []));
  const weight = (one: (typeof found)[number]) => (one.isNamed ? 2 : 0) + (one.now.onDuty ? 1 : 0);
  return { specialists: found.toSorted((one, other) => weight(other) - weight(one)), changesAt: changes };
}

/** @throws NotFound for who has no profile, or serves in its unit no more */
export async function readSpecialist(context: SpecialistContext, actor: Actor, id: string): Promise<Specialist> {
  const { all, shown, changes } = await everybody(context, context.db);
  const found = all.find((one) => one.id === id);
  if (!found) throw new NotFound();
  const { duty, phoneHours, version, changedAt, organisationId } = found;
  return {
    ...shown(id),
    ...(await rows.answersFor(context.db, id)),
    duty: withoutZone(duty),
    phoneHours: phoneHours && withoutZone(phoneHours),
    version,
    changedAt,
    changesAt: changes,
    may: { write: mayKeep(actor, id, organisationId) },
  };
}

/** Whose profile the reader may begin. */
export async function candidatesFor({ db, clock }: SpecialistContext, actor: Actor): Promise<SpecialistCandidates> {
  return { people: await rows.candidates(db, actor.personId, approvedBy(actor), dayOf(clock.now())) };
}

/**
 * Writes a profile, one's own or of one's organisation's people. @throws NotFound for whoever may not; Conflict `specialist-changed`;
 * Invalid `unknown-reference`, `not-in-unit`, `specialist-not-asked` where a request is to go to tier 1
 */
export async function keepSpecialist({ db, clock }: SpecialistContext, by: By, id: string, input: SpecialistInput): Promise<void> {
  await inTransaction(db, async (trx) => {
    const [found, unit] = [await rows.lockSpecialist(trx, id, dayOf(clock.now())), await findUnit(trx, input.unitId)];
    const shown = found?.isServing ? found : undefined;
    const mayNow = !shown || mayKeep(by.actor, id, shown.organisationId);
    if (!unit || !mayNow || !mayKeep(by.actor, id, unit.organisationId)) throw new NotFound();
    if ((shown?.version ?? 0) !== input.version) throw new Conflict('specialist-changed');
    await requireSound(trx, id, unit, input);
    const hours = { duty: inZoneOf(unit, input.duty), phoneHours: input.phoneHours && inZoneOf(unit, input.phoneHours) };
    if (!(await rows.putSpecialist(trx, id, found?.version ?? 0, { ...input, ...hours }, clock.now())))
      throw new Conflict('specialist-changed');
    await recordChange(trx, by, 'specialist.changed', id, unit.organisationId);
    await specialistChanged(trx, id);
  });
}

/** Takes the profile away with everything it said. @throws NotFound */
export async function removeSpecialist({ db, clock }: SpecialistContext, by: By, id: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const found = await rows.lockSpecialist(trx, id, dayOf(clock.now()));
    if (!found?.isServing || !mayKeep(by.actor, id, found.organisationId)) throw new NotFound();
    await rows.deleteSpecialist(trx, id);
    await recordChange(trx, by, 'specialist.removed', id, found.organisationId);
    await specialistChanged(trx, id);
  });
}

async function everybody({ clock }: SpecialistContext, db: Db) {
  const now = clock.now();
  const all = await rows.allSpecialists(db, dayOf(now));
  const byId = new Map(all.map((one) => [one.id, one]));
  const standing = standings(all, now);
  const shown = (id: string): SpecialistRow => {
    const { name, title, unitId, organisationId, tier, skills, languages, askedBy, phone, backupId } = byId.get(
      id,
    ) as rows.SpecialistRecord;
    const backup = backupId === null ? undefined : byId.get(backupId);
    const stands = standing.get(id) as SpecialistRow['now'];
    const facts = { id, name, title, unitId, organisationId, tier, skills, languages, askedBy, phone };
    return { ...facts, backup: backup ? { id: backup.id, name: backup.name } : null, now: stands };
  };
  return { all, shown, changes: changesAt(all, now) };
}

async function requireSound(trx: Trx, id: string, unit: Unit, input: SpecialistInput): Promise<void> {
  if (!(await hasMember(trx, unit.id, id))) throw new Invalid('not-in-unit', { fields: ['unitId'] });
  if (unit.tier === 1 && input.askedBy.includes('request')) throw new Invalid('specialist-not-asked', { fields: ['askedBy'] });
  const fields = input.backupId === id ? ['backupId'] : await rows.unknownReferences(trx, input, unit.organisationId);
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

const inZoneOf = ({ opening: { zone } }: Unit, hours: SpecialistInput['duty']) => ({ ...hours, zone });

const withoutZone = ({ weekly, exceptions, holidaysClosed }: rows.SpecialistRecord['duty']) => ({ weekly, exceptions, holidaysClosed });
