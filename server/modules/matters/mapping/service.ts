import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { ArrangementInput } from '../../customers/schema.ts';
import { arrange, changeCustomer, customerById } from '../../customers/service.ts';
import { findUnit } from '../../directory/service.ts';
import { handOverLocked } from '../handing/service.ts';
import { noteHappening } from '../happenings.ts';
import { lockOpen } from '../locking.ts';
import { variantOf } from '../messages/wording.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import { findingsOf } from './facts.ts';
import { channelOfTalk, serveIn, takeBareMatter } from './matter-rows.ts';
import {
  colleaguesFor,
  insertMapping,
  type LockedMapping,
  listLive,
  listOfMatter,
  liveMappingOf,
  lockMapping,
  matterOfMapping,
  moveMapping,
  readRows,
  seesMatter,
  writeAnswers,
} from './queries.ts';
import { refuseWriting, skillLevel } from './rules.ts';
import type { MappingChange, MappingColleagues, MappingHandOver, MappingList, MappingPage } from './schema.ts';

import { variantsFor } from './wording.ts';

/** Starts a mapping of an open matter, or gives the one that is under way: a matter has one at a time. */
export async function startMapping(desk: Desk, call: Call, matterId: string): Promise<{ id: string }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    const live = await liveMappingOf(trx, matterId);
    if (live) return { id: live.id };
    const id = await insertMapping(trx, matter, call.actor, {});
    await noteHappening(trx, { matterId, ownerOrg: matter.owner_org, kind: 'mapping-started', personId: call.actor.personId });
    await traceMapping(trx, call, matter, id, 'mapping.started');
    return { id };
  });
}

/** @throws NotFound for everybody but the keepers of the organisation that maps */
export async function readMapping(desk: Desk, call: Call, mappingId: string): Promise<MappingPage> {
  const rows = await readRows(desk.db, call, mappingId, 'mapping.read');
  if (!rows) throw new NotFound();
  const found = await findingsOf(desk.db, rows, variantOf(rows.matter.language));
  const { customerId: _customer, ownerOrg: _owner, pointId: _point, ...shown } = rows;
  return {
    ...shown,
    answers: found.answers,
    customer: found.customer,
    skill: found.skill,
    suggestions: found.suggestions,
    suggestedSteps: found.steps,
    variants: variantsFor(rows.matter.language),
  };
}

export async function openMappings(desk: Desk, call: Call): Promise<MappingList> {
  return { mappings: await listLive(desk.db, call.actor) };
}

/** Those a need is shared with see the matter, and none of its mappings. @throws NotFound when they see no matter */
export async function mappingsOfMatter(desk: Desk, call: Call, matterId: string): Promise<MappingList> {
  if (!(await seesMatter(desk.db, call, matterId))) throw new NotFound();
  return { mappings: await listOfMatter(desk.db, call.actor, matterId) };
}

/**
 * Saves answers as they are given; what they make of the customer (digital skill, contact wish) is kept with the customer at once.
 * @returns the version the next answer is given against
 * @throws Conflict `mapping-held-elsewhere`, `mapping-interrupted`, `mapping-decided`, `mapping-ended`, `mapping-changed`
 */
export async function answer(desk: Desk, call: Call, mappingId: string, change: MappingChange): Promise<{ version: number }> {
  return inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockToWrite(trx, call, mappingId);
    if (mapping.version !== change.version) throw new Conflict('mapping-changed');
    await keepWithCustomer(trx, matter.customer_id, change);
    if (change.language) await serveIn(trx, matter.id, change.language);
    const version = await writeAnswers(
      trx,
      mapping.id,
      { at: change.at, secret: change.secret, answers: change.answers },
      desk.clock.now(),
    );
    await traceMapping(trx, call, matter, mapping.id, 'mapping.answered');
    return { version };
  });
}

/** Leaves it for later, in the same hands, where it stands. */
export async function interrupt(desk: Desk, call: Call, mappingId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockToWrite(trx, call, mappingId);
    const to = { state: 'interrupted' as const, unitId: mapping.unit_id, personId: mapping.person_id };
    await moveMapping(trx, mapping.id, to, desk.clock.now());
    await traceMapping(trx, call, matter, mapping.id, 'mapping.interrupted');
  });
}

/**
 * Takes a mapping up, one's own or a colleague's: the first to come gets it, the second is told.
 * @throws Conflict `taken-already`
 */
export async function takeUp(desk: Desk, call: Call, mappingId: string, insteadOf: string | null): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockBoth(trx, call, mappingId);
    refuseEnded(mapping);
    if (mapping.person_id !== insteadOf) throw new Conflict('taken-already');
    const state = mapping.state === 'decided' ? ('decided' as const) : ('open' as const);
    await moveMapping(trx, mapping.id, { state, unitId: mapping.unit_id, personId: call.actor.personId }, desk.clock.now());
    await takeBareMatter(trx, matter.id, call.actor.personId);
    await traceMapping(trx, call, matter, mapping.id, 'mapping.taken');
  });
}

/** Colleagues a mapping may be handed on to by name. */
export async function colleagues(desk: Desk, call: Call, mappingId: string): Promise<MappingColleagues> {
  if (!(await matterOfMapping(desk.db, call, mappingId))) throw new NotFound();
  return { people: await colleaguesFor(desk.db, call, mappingId) };
}

/**
 * Hands the mapping on to a unit or a person of one's own organisation, with its matter and everything told so far.
 * @throws Conflict `mapping-stays`: to another organisation goes the matter with what has been disclosed, never the whole conversation
 */
export async function handOn(desk: Desk, call: Call, mappingId: string, input: MappingHandOver): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockBoth(trx, call, mappingId);
    refuseEnded(mapping);
    if (mapping.person_id && mapping.person_id !== call.actor.personId) throw new Conflict('mapping-held-elsewhere');
    const unit = await findUnit(trx, input.unitId);
    if (unit && unit.organisationId !== mapping.owner_org) throw new Conflict('mapping-stays');
    await handOverLocked(desk, trx, call, matter, input);
    const state = mapping.state === 'decided' ? ('decided' as const) : ('interrupted' as const);
    await moveMapping(
      trx,
      mapping.id,
      { state, unitId: input.unitId, personId: input.personId ?? null, note: input.note },
      desk.clock.now(),
    );
    await traceMapping(trx, call, matter, mapping.id, 'mapping.handed-on');
  });
}

/** Started by mistake, or the customer does not want it. What was answered is kept, and nobody goes on with it. */
export async function drop(desk: Desk, call: Call, mappingId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockToWrite(trx, call, mappingId);
    await moveMapping(trx, mapping.id, { state: 'dropped', unitId: mapping.unit_id, personId: mapping.person_id }, desk.clock.now());
    await traceMapping(trx, call, matter, mapping.id, 'mapping.dropped');
  });
}

/** Notes what is arranged, with its legal ground and the occasion in which the mapping asked it. */
export async function noteArrangement(desk: Desk, call: Call, mappingId: string, input: ArrangementInput): Promise<{ id: string }> {
  return inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockToWrite(trx, call, mappingId);
    const asked = { at: await channelOfTalk(trx, matter), pointId: call.actor.pointId ?? matter.point_id };
    const id = await arrange(trx, matter.customer_id, input, { by: call.actor.personId, ...asked });
    await leaveTrace(trx, call, {
      matterId: matter.id,
      customerId: matter.customer_id,
      action: 'arrangement.noted',
      subjects: [id],
      event: 'matter.changed',
      facts: { ownerOrg: matter.owner_org },
    });
    await traceMapping(trx, call, matter, mapping.id, 'mapping.answered');
    return { id };
  });
}

/** @throws NotFound when the mapping or its matter is not visible */
export async function lockBoth(trx: Trx, call: Call, mappingId: string): Promise<{ matter: LockedMatter; mapping: LockedMapping }> {
  const matterId = await matterOfMapping(trx, call, mappingId);
  if (!matterId) throw new NotFound();
  const matter = await lockOpen(trx, call, matterId);
  const mapping = await lockMapping(trx, mappingId);
  // Its matter may have been merged into another between the two.
  if (mapping.matter_id !== matter.id || mapping.owner_org !== matter.owner_org) throw new Conflict('mapping-changed');
  return { matter, mapping };
}

export async function lockToWrite(trx: Trx, call: Call, mappingId: string): Promise<{ matter: LockedMatter; mapping: LockedMapping }> {
  const locked = await lockBoth(trx, call, mappingId);
  const { state, person_id: personId } = locked.mapping;
  const refusal = refuseWriting({ state, personId }, call.actor.personId);
  if (refusal) throw new Conflict(refusal);
  return locked;
}

export async function traceMapping(trx: Trx, call: Call, matter: LockedMatter, mappingId: string, action: string): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [mappingId],
    event: 'mapping.changed',
    facts: { ownerOrg: matter.owner_org, mappingId },
  });
}

export function refuseEnded({ state }: LockedMapping): void {
  if (state === 'confirmed' || state === 'dropped') throw new Conflict('mapping-ended');
}

async function keepWithCustomer(trx: Trx, customerId: string, { answers, contactWish, language }: MappingChange): Promise<void> {
  const level = answers?.digital ? skillLevel(answers.digital) : null;
  if (!level && contactWish === undefined && !language) return;
  const customer = await customerById(trx, customerId, []);
  if (!customer) throw new NotFound();
  await changeCustomer(trx, customerId, {
    version: customer.version,
    ...(level ? { digitalSkill: level } : {}),
    ...(contactWish === undefined ? {} : { contactWish }),
    ...(language ? { language } : {}),
  });
}
