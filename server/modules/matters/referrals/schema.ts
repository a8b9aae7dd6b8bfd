import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/shapes.ts';
import { DigitalAnswers } from '../mapping/schema.ts';

export const referralOutcomes = ['helped', 'partly', 'not-helped', 'did-not-go'] as const;
export const ReferralOutcome = z.enum(referralOutcomes);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

/** `wish`: what the customer wants help with, in words that they are given. */
export const ReferralInput = z
  .strictObject({
    actorId: id,
    criteria: z.array(z.string().max(60)).min(1).max(20),
    wish: z.string().normalize().trim().max(500).default(''),
  })
  .meta({ id: 'ReferralInput' });
export type ReferralInput = z.output<typeof ReferralInput>;

export const OutcomeSaid = z.strictObject({ outcome: ReferralOutcome }).meta({ id: 'ReferralOutcomeSaid' });

/** On the customer's page. */
export const OutcomeOfReferral = z.strictObject({ referral: id, outcome: ReferralOutcome });

const Names = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

export const Referral = z
  .object({
    id,
    actorId: id,
    actorNames: Names,
    criteria: z.array(z.string()),
    skill: z.string().nullable(),
    wish: z.string(),
    given: z.array(z.enum(['paper', 'email', 'link'])),
    /** What is given says of which authority one is a customer, and the customer has not let that be said. */
    isWithheld: z.boolean(),
    askOn: day,
    outcome: ReferralOutcome.nullable(),
    /** Null with an outcome: the customer said it. */
    outcomeByName: z.string().nullable(),
    createdByName: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'Referral' });
export type Referral = z.output<typeof Referral>;

export const ReferralList = z.object({ referrals: z.array(Referral) }).meta({ id: 'ReferralList' });
export type ReferralList = z.output<typeof ReferralList>;

export const ReferralLink = z.object({ url: z.string(), expiresAt: instant }).meta({ id: 'ReferralLink' });

export const SkillAnswers = z.strictObject({ answers: DigitalAnswers }).meta({ id: 'SkillAnswers' });
/** The level by the answers; null until enough of them are there. */
export const SkillFound = z.object({ skill: z.string().nullable() }).meta({ id: 'SkillFound' });
