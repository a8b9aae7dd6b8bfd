import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { sqlNamesAuthority } from '../naming.ts';
import { sightOf } from '../policy.ts';
import { entryBy } from '../trace.ts';
import type { Call, LockedMatter } from '../types.ts';
import type { Referral, ReferralOutcome } from './schema.ts';
import type { GivenReferral } from './wording.ts';

/**
 * What names an authority, or may, is not told to whoever has not been identified (M13): an association that gives digital support is none.
 * Over `support_actor a` and `referral r`.
 */
const namesOne = sql<boolean>`(a.kind in ('authority', 'wellbeing')
  or ${sqlNamesAuthority(sql`concat_ws(' ', a.texts::text, a.email, a.website, a.brochure, r.wish)`, ['municipality', 'association', 'company', 'other'])})`;

type ReferralRow = Omit<Referral, 'createdAt' | 'askOn'> & { createdAt: Temporal.Instant; askOn: Temporal.PlainDate };

/** Of the keepers' organisation: nothing of it goes with a share. */
export async function referralsOfMatter(db: Db, call: Call, matterId: string): Promise<ReferralRow[]> {
  const found = await sql<ReferralRow>`select r.id, r.actor_id as "actorId",
      jsonb_build_object('fi', a.texts -> 'fi' -> 'name', 'sv', a.texts -> 'sv' -> 'name', 'en', a.texts -> 'en' -> 'name') as "actorNames",
      r.criteria, r.skill, r.wish, r.given, not m.names_agreed and ${namesOne} as "isWithheld", r.ask_on as "askOn", r.outcome,
      o.name as "outcomeByName", c.name as "createdByName", r.created_at as "createdAt"
    from referral r join support_actor a on a.id = r.actor_id join matter m on m.id = r.matter_id join person c on c.id = r.created_by
      left join person o on o.id = r.outcome_by
    where r.matter_id = ${matterId}::uuid and r.owner_org = any(${sightOf(call.actor).own}::uuid[]) order by r.created_at desc, r.id`.execute(
    db,
  );
  return found.rows;
}

export type NewReferral = {
  actorId: string;
  criteria: string[];
  skill: string | null;
  wish: string;
  stepId: string;
  askingStepId: string;
  askOn: Temporal.PlainDate;
  personId: string;
  now: Temporal.Instant;
};

export async function insertReferral(trx: Trx, matter: LockedMatter, it: NewReferral): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into referral (matter_id, owner_org, actor_id, criteria, skill, wish, step_id, asking_step_id, ask_on, created_by, created_at)
    values (${matter.id}::uuid, ${matter.owner_org}::uuid, ${it.actorId}::uuid, ${it.criteria}::text[], ${it.skill}, ${it.wish}, ${it.stepId}::uuid,
      ${it.askingStepId}::uuid, ${it.askOn}::date, ${it.personId}::uuid, ${it.now}::timestamptz) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export type LockedReferral = { id: string; stepId: string; askingStepId: string; outcome: ReferralOutcome | null };

/** Of the matter as its organisation keeps it. */
export async function lockReferral(trx: Trx, matter: LockedMatter, referralId: string): Promise<LockedReferral | undefined> {
  const found = await sql<LockedReferral>`select id, step_id as "stepId", asking_step_id as "askingStepId", outcome from referral
    where id = ${referralId}::uuid and matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid for update`.execute(trx);
  return found.rows[0];
}

export async function writeOutcome(
  trx: Trx,
  referralId: string,
  said: { outcome: ReferralOutcome; personId: string | null; now: Temporal.Instant },
): Promise<void> {
  await sql`update referral set outcome = ${said.outcome}, outcome_at = ${said.now}::timestamptz, outcome_by = ${said.personId}::uuid
    where id = ${referralId}::uuid`.execute(trx);
}

export async function markGiven(trx: Trx, referralId: string, by: Referral['given'][number]): Promise<void> {
  await sql`update referral set given = array(select distinct unnest(given || ${by}::text) order by 1) where id = ${referralId}::uuid`.execute(
    trx,
  );
}

/** For paper and e-mail, whose reader is the customer; `named`: the customer has let names be given. */
export async function referralToGive(db: Db, referralId: string, named: RawBuilder<boolean>): Promise<GivenReferral | undefined> {
  return (await given(db, sql`r.id = ${referralId}::uuid`, sql`(${named})`))[0];
}

/** What the page behind a matter's link shows, the newest first. `identified`: signed in, so that nothing is kept from them. */
export async function referralsToShow(db: Db, matter: { number: string }, identified: boolean): Promise<GivenReferral[]> {
  return given(db, sql`m.number = ${matter.number}`, identified ? sql`true` : sql`m.names_agreed`);
}

async function given(db: Db, which: RawBuilder<unknown>, named: RawBuilder<unknown>): Promise<GivenReferral[]> {
  const found =
    await sql<GivenReferral>`select id, ask_on as "askOn", outcome, withheld as "isWithheld", case when not withheld then wish else '' end as wish,
      case when not withheld then jsonb_build_object('texts', texts, 'phone', phone, 'email', email, 'website', website, 'brochure', brochure, 'opening', opening) end as actor
    from (select r.id, r.ask_on, r.outcome, r.wish, r.created_at, a.texts, a.phone, a.email, a.website, a.brochure, a.opening, not ${named} and ${namesOne} as withheld
      from referral r join support_actor a on a.id = r.actor_id join matter m on m.id = r.matter_id
      where ${which} and r.owner_org = m.owner_org) it order by created_at desc, id`.execute(db);
  return found.rows;
}

export type PaperPlace = {
  matterId: string;
  number: string;
  language: string;
  ownerOrg: string;
  pointId: string | null;
  namesAgreed: boolean;
};

/** Where the paper of a referral belongs; the look is audited by the same statement, with whether names were given. */
export async function paperOf(db: Db, call: Call, referralId: string, named: boolean): Promise<PaperPlace | undefined> {
  const action = named ? 'referral.printed-with-names' : 'referral.printed';
  const about = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`m.owner_org`, subjects: sql`array[m.referral_id]` };
  const found = await sql<PaperPlace>`
    with m as materialized (select m.*, r.id as referral_id, coalesce(m.point_id, u.point_id) as at_point from referral r join matter m on m.id = r.matter_id
        join unit u on u.id = m.unit_id where r.id = ${referralId}::uuid and r.owner_org = m.owner_org and m.owner_org = any(${sightOf(call.actor).own}::uuid[])),
      audited as (${insertEntry({ ...entryBy(call), action, purpose: 'advice', ...about }, sql`from m`)})
    select id as "matterId", number, language, owner_org as "ownerOrg", at_point as "pointId", names_agreed as "namesAgreed" from m`.execute(
    db,
  );
  return found.rows[0];
}
