import { type Kysely, sql } from 'kysely';
import { dayOf } from '../../server/platform/clock/day.ts';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../server/platform/db/transaction.ts';
import { type Places, placesOf } from './matters/places.ts';

type DemoRequest = {
  kind: 'correct' | 'erase';
  given: string;
  family: string;
  words: string;
  /** Days ago. */
  asked: number;
  answer?: { after: number; outcome: 'done' | 'partly'; reason: string; erased: string[] };
};

/** One that is soon due, so that the reminder shows, and one that has been answered. */
export const demoRequests: DemoRequest[] = [
  {
    kind: 'correct',
    given: 'Veikko',
    family: 'Lahdensuo',
    words: 'Puhelinnumeroni on vaihtunut, ja vanha näkyy vielä. Vanhaan numeroon vastaa nyt joku muu.',
    asked: 26,
  },
  {
    kind: 'erase',
    given: 'Ritva',
    family: 'Koskela',
    words: 'Poistakaa, mitä olette kirjanneet minun digitaidoistani. En halunnut, että sitä merkitään.',
    asked: 40,
    answer: {
      after: 6,
      outcome: 'partly',
      reason:
        'Poistimme tiedon digitaidoista. Asiasi asiakirjoja emme voi poistaa, koska ne on säilytettävä arkistolain mukaan säilytysajan loppuun.',
      erased: ['digital-skill'],
    },
  },
];

/** What customers have asked of their data. Does nothing where somebody has asked already. @returns how many it wrote */
export async function seedDataRequests(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places || (await trx.selectFrom('data_request').select('id').limit(1).executeTakeFirst())) return 0;
    let written = 0;
    for (const one of demoRequests) written += await writeOne(trx, places, one, now);
    return written;
  });
}

async function writeOne(trx: Trx, places: Places, one: DemoRequest, now: Temporal.Instant): Promise<number> {
  const { answer } = one;
  const askedAt = now.subtract({ hours: 24 * one.asked });
  const dueOn = dayOf(askedAt).add({ months: 1 });
  const answeredAt = answer && askedAt.add({ hours: 24 * answer.after });
  const written = await sql`
    insert into data_request (customer_id, by_customer_id, kind, owner_org, words, asked_at, due_on, outcome, reason, erased, answered_at, answered_by)
    select c.id, c.id, ${one.kind}, ${places.organisation('mallila')}::uuid, ${one.words}, ${askedAt}::timestamptz, ${dueOn.toString()}::date,
      ${answer?.outcome ?? null}, ${answer?.reason ?? ''}, ${answer?.erased ?? []}::text[], ${answeredAt ?? null}::timestamptz,
      ${answer ? places.person('Helena Forss') : null}::uuid
    from customer c where c.given_name = ${one.given} and c.family_name = ${one.family} order by c.created_at limit 1 returning id`.execute(
    trx,
  );
  return written.rows.length;
}
