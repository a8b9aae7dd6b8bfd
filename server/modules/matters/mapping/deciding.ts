import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { noteHappening } from '../happenings.ts';
import { variantOf } from '../messages/wording.ts';
import { namesAuthority } from '../naming.ts';
import { writeSteps } from '../path/service.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { findingsOf, pictureFacts } from './facts.ts';
import { type MappingRows, readRows, writeConfirmation, writeDecision, writePictures } from './queries.ts';
import { refuseDecision } from './rules.ts';
import type { Confirmation, Decision, PictureVariant } from './schema.ts';
import { lockBoth, lockToWrite, refuseEnded, traceMapping } from './service.ts';
import { composePicture, namesIn, variantsFor } from './wording.ts';

/** Writes the situation picture in one language: the advisor's own text, or (null) anew from the answers. */
export async function writePicture(
  desk: Desk,
  call: Call,
  mappingId: string,
  variant: PictureVariant,
  text: string | null,
): Promise<{ text: string; version: number }> {
  return inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockToWrite(trx, call, mappingId);
    const written = text ?? (await composed(desk, trx, await rowsOf(trx, call, mappingId), variant));
    const version = await writePictures(trx, mapping.id, { [variant]: written }, desk.clock.now());
    await traceMapping(trx, call, matter, mapping.id, 'mapping.answered');
    return { text: written, version };
  });
}

/**
 * Records the path decision: needs, arrangements, channel and why, steps, who chose. Languages without a picture get one.
 * @throws Conflict `mapping-without-needs`, `mapping-without-channel`, `mapping-why-needed`, `mapping-names-authority`
 */
export async function decide(desk: Desk, call: Call, mappingId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockToWrite(trx, call, mappingId);
    const rows = await rowsOf(trx, call, mappingId);
    const decision = await decisionOf(trx, rows);
    const pictures: Record<string, string> = { ...mapping.pictures };
    for (const variant of variantsFor(rows.matter.language)) pictures[variant] ||= await composed(desk, trx, rows, variant);
    if (!rows.matter.namesAgreed) await refuseNames(desk, Object.values(pictures));
    await writePictures(trx, mapping.id, pictures, desk.clock.now());
    await writeDecision(trx, mapping.id, decision, { personId: call.actor.personId, now: desk.clock.now() });
    await traceMapping(trx, call, matter, mapping.id, 'mapping.decided');
  });
}

/** Before the customer has confirmed, a decision may be taken back and the answers changed. */
export async function takeDecisionBack(desk: Desk, call: Call, mappingId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockBoth(trx, call, mappingId);
    refuseEnded(mapping);
    if (mapping.person_id !== call.actor.personId) throw new Conflict('mapping-held-elsewhere');
    if (mapping.state !== 'decided') throw new Conflict('mapping-not-decided');
    await writeDecision(trx, mapping.id, null, { personId: call.actor.personId, now: desk.clock.now() });
    await traceMapping(trx, call, matter, mapping.id, 'mapping.decision-taken-back');
  });
}

/** The customer confirms the picture and the path, and the path's steps become the matter's: secret ones where the picture is. */
export async function confirm(desk: Desk, call: Call, mappingId: string, confirmation: Confirmation): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockBoth(trx, call, mappingId);
    refuseEnded(mapping);
    if (mapping.person_id !== call.actor.personId) throw new Conflict('mapping-held-elsewhere');
    if (mapping.state !== 'decided' || !mapping.decision) throw new Conflict('mapping-not-decided');
    await writeSteps(
      desk,
      trx,
      call,
      matter,
      mapping.decision.steps.map((step) => ({ ...step, place: '', secret: mapping.secret })),
    );
    await writeConfirmation(trx, mapping.id, confirmation, { personId: call.actor.personId, now: desk.clock.now() });
    const [matterId, ownerOrg, personId] = [matter.id, matter.owner_org, call.actor.personId];
    await noteHappening(trx, { matterId, ownerOrg, kind: 'mapping-confirmed', personId, about: { how: confirmation.how } });
    await leaveTrace(trx, call, {
      matterId,
      customerId: matter.customer_id,
      action: 'mapping.confirmed',
      subjects: [mapping.id],
      event: 'mapping.changed',
      facts: { ownerOrg, mappingId: mapping.id },
    });
  });
}

async function decisionOf(trx: Trx, rows: MappingRows): Promise<Decision> {
  const found = await findingsOf(trx, rows, variantOf(rows.matter.language));
  const { channel, chosenBy, channelWords: words } = found.answers;
  const refusal = refuseDecision({ needs: found.needs.length, channel, chosenBy, first: found.suggestions[0]?.channel ?? '', words });
  if (refusal || !channel || !chosenBy) throw new Conflict(refusal ?? 'mapping-without-channel');
  const { needs, arrangements, reasons, steps } = pictureFacts(found);
  // A need that has been dropped or moved since leaves its step, which is then the matter's.
  const known = new Set(needs.map(({ id }) => id));
  const kept = steps.map((step) => ({ ...step, needId: step.needId && known.has(step.needId) ? step.needId : null }));
  return { needs, arrangements, channel, reasons, words, chosenBy, steps: kept };
}

async function composed(desk: Desk, trx: Trx, rows: MappingRows, variant: PictureVariant): Promise<string> {
  const names = await namesIn(desk, variant, rows.matter.namesAgreed);
  return composePicture(variant, pictureFacts(await findingsOf(trx, rows, variant)), names);
}

async function refuseNames(desk: Desk, texts: string[]): Promise<void> {
  const names = await namesIn(desk, 'fi', false);
  if (texts.some((text) => namesAuthority(text, names.all))) throw new Conflict('mapping-names-authority');
}

async function rowsOf(trx: Trx, call: Call, mappingId: string): Promise<MappingRows> {
  return (await readRows(trx, call, mappingId, 'mapping.read')) as MappingRows;
}
