import { sql } from 'kysely';
import { dayOf, endOfDay } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { changeCustomer, customerById } from '../../customers/service.ts';
import { listsOf } from '../../directory/service.ts';
import { actorInUse, isAuthority } from '../../knowledge/service.ts';
import { makeFollowLink } from '../following/service.ts';
import { lockMatter, lockOpen } from '../locking.ts';
import { skillLevel } from '../mapping/rules.ts';
import type { DigitalAnswers } from '../mapping/schema.ts';
import { MessageInput } from '../messages/schema.ts';
import { writeMessage } from '../messages/service.ts';
import { variantOf } from '../messages/wording.ts';
import { endSteps, writeSteps } from '../path/service.ts';
import { mayKeep } from '../policy.ts';
import type { PathPaper } from '../printing/service.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';
import * as rows from './queries.ts';
import { askingDay } from './rules.ts';
import type { ReferralInput, ReferralList, ReferralOutcome } from './schema.ts';
import { type GivenReferral, letterOf } from './wording.ts';

/** @throws NotFound; those the matter is only shared with see none of them */
export async function referralsOf(desk: Desk, call: Call, matterId: string): Promise<ReferralList> {
  await inTransaction(desk.db, async (trx) => lockMatter(trx, call, matterId));
  return { referrals: await rows.referralsOfMatter(desk.db, call, matterId) };
}

/**
 * Refers the customer to more demanding digital support: a step of their own on the path, and one of ours to ask how it went.
 * @throws Invalid `unknown-reference` for an actor that is not in use, `unknown-list-key`; Conflict `matter-closed`
 */
export async function refer(desk: Desk, trx: Trx, call: Call, matterId: string, input: ReferralInput): Promise<{ id: string }> {
  const matter = await lockOpen(trx, call, matterId);
  const actor = await actorInUse(trx, input.actorId);
  await requireCriteria(trx, input.criteria);
  const language = variantOf(matter.language);
  const w = translator(language, 'referral');
  const now = desk.clock.now();
  const askOn = askingDay(dayOf(now));
  // A path is read behind a link too: where the actor is an authority, the step does not say which.
  const place = isAuthority(actor.kind) ? '' : actor.texts[language].name;
  const [stepId, askingStepId] = (await writeSteps(desk, trx, call, matter, [
    { title: w('step.go'), who: 'customer', place },
    { title: w('step.ask'), who: 'staff', place: '', deadlineAt: endOfDay(askOn).subtract({ minutes: 1 }).toString() },
  ])) as [string, string];
  const customer = await customerById(trx, matter.customer_id, []);
  const skill = customer?.digitalSkill ?? null;
  const id = await rows.insertReferral(trx, matter, {
    ...input,
    skill,
    stepId,
    askingStepId,
    askOn,
    personId: call.actor.personId,
    now,
  });
  await trace(trx, call, matter, id, 'referral.made');
  return { id };
}

/** Ends the steps of the referral too. @throws NotFound; Conflict `matter-closed` */
export async function sayReferralOutcome(desk: Desk, call: Call, at: { matterId: string; referralId: string }, outcome: ReferralOutcome) {
  await inTransaction(desk.db, async (trx) => {
    const { matter, referral } = await lockBoth(trx, call, at);
    await endReferral(desk, trx, call, matter, referral, outcome);
    await trace(trx, call, matter, referral.id, 'referral.outcome-said');
  });
}

/** In the transaction of whoever lets it be said, and audits it. `call` null: the customer, whose "not yet" leaves the steps to be done. */
export async function endReferral(
  desk: Desk,
  trx: Trx,
  call: Call | null,
  matter: LockedMatter,
  referral: rows.LockedReferral,
  outcome: ReferralOutcome,
): Promise<void> {
  await rows.writeOutcome(trx, referral.id, { outcome, personId: call?.actor.personId ?? null, now: desk.clock.now() });
  if (call === null && outcome === 'did-not-go') return;
  await endSteps(desk, trx, call, matter, [
    { id: referral.stepId, state: outcome === 'did-not-go' ? 'dropped' : 'done' },
    { id: referral.askingStepId, state: 'done' },
  ]);
}

/**
 * The contact details by e-mail, as an instruction of the matter: it may be taken back for a minute like any other.
 * @throws Conflict `referral-names-authority` where the customer has not let it be named; what `writeMessage` throws
 */
export async function mailReferral(
  desk: Desk,
  trx: Trx,
  call: Call,
  at: { matterId: string; referralId: string },
): Promise<{ id: string }> {
  const { matter, referral } = await lockBoth(trx, call, at);
  const language = variantOf(matter.language);
  const told = await rows.referralToGive(trx, referral.id, sql`m.names_agreed`);
  const body = told && letterOf(language, told);
  if (!body) throw new Conflict('referral-names-authority');
  await rows.markGiven(trx, referral.id, 'email');
  await trace(trx, call, matter, referral.id, 'referral.mailed');
  return writeMessage(
    desk,
    trx,
    call,
    matter.id,
    MessageInput.parse({ kind: 'instruction', channel: 'email', language: matter.language, body }),
  );
}

/** A link to the matter, whose page tells of the referral. The token is in the answer only. */
export async function linkReferral(
  desk: Desk,
  call: Call,
  at: { matterId: string; referralId: string },
): Promise<NonNullable<PathPaper['link']>> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, referral } = await lockBoth(trx, call, at);
    await rows.markGiven(trx, referral.id, 'link');
    await trace(trx, call, matter, referral.id, 'referral.linked');
  });
  return makeFollowLink(desk, call, at.matterId);
}

export type ReferralPaper = { referral: GivenReferral; place: rows.PaperPlace; named: boolean; link: PathPaper['link'] };

/** For paper. `named`: the desk has just asked the customer; the audit log says which it was. @throws NotFound, Forbidden */
export async function referralForPaper(
  desk: Desk,
  call: Call,
  referralId: string,
  { named, linked }: { named: boolean; linked: boolean },
): Promise<ReferralPaper> {
  const place = await rows.paperOf(desk.db, call, referralId, named);
  if (!place) throw new NotFound();
  if (!mayKeep(call.actor, place.ownerOrg)) throw new Forbidden('matter-kept-elsewhere');
  const referral = await rows.referralToGive(desk.db, referralId, sql`(${named}::boolean or m.names_agreed)`);
  if (!referral) throw new NotFound();
  await inTransaction(desk.db, async (trx) => rows.markGiven(trx, referralId, 'paper'));
  return { referral, place, named, link: linked ? await makeFollowLink(desk, call, place.matterId) : null };
}

/** The level by the answers, kept with the customer when there is one (D1). @throws NotFound; Conflict `processing-restricted` */
export async function noteSkill(desk: Desk, call: Call, matterId: string, answers: DigitalAnswers): Promise<{ skill: string | null }> {
  return inTransaction(desk.db, async (trx) => {
    const matter = await lockOpen(trx, call, matterId);
    const skill = skillLevel(answers);
    const customer = skill ? await customerById(trx, matter.customer_id, []) : undefined;
    if (!skill || !customer || customer.digitalSkill === skill) return { skill };
    await changeCustomer(trx, matter.customer_id, { version: customer.version, digitalSkill: skill });
    await leaveTrace(trx, call, {
      matterId: matter.id,
      customerId: matter.customer_id,
      action: 'customer.skill-noted',
      event: 'matter.changed',
      facts: { ownerOrg: matter.owner_org },
    });
    return { skill };
  });
}

async function lockBoth(trx: Trx, call: Call, { matterId, referralId }: { matterId: string; referralId: string }) {
  const matter = await lockOpen(trx, call, matterId);
  const referral = await rows.lockReferral(trx, matter, referralId);
  if (!referral) throw new NotFound();
  return { matter, referral };
}

async function requireCriteria(trx: Trx, criteria: string[]): Promise<void> {
  const known = new Set(((await listsOf(trx, { onlyActive: true })).digitalReferralCriteria ?? []).map(({ key }) => key));
  const fields = criteria.flatMap((key, index) => (known.has(key) ? [] : [`criteria.${index}`]));
  if (fields.length > 0) throw new Invalid('unknown-list-key', { fields });
}

async function trace(trx: Trx, call: Call, matter: LockedMatter, referralId: string, action: string): Promise<void> {
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [referralId],
    event: 'step.changed',
    facts: { ownerOrg: matter.owner_org },
  });
}
