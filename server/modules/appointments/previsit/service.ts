import { sql } from 'kysely';
import { z } from 'zod';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../platform/keys/keys.ts';
import { record } from '../../audit/service.ts';
import { MOST_NEEDS } from '../../directory/schema.ts';
import { changeNeedsOfExpected } from '../../queue/service.ts';
import { type AppointmentRow, lockAppointment } from '../booking/queries.ts';
import { requireKnownNeeds } from '../special-needs.ts';
import type { Booking } from '../types.ts';

const text = (longest: number) => z.string().normalize().trim().max(longest);

/** What somebody tells before they come: all of it may be left empty but one thing. */
export const PreVisitAnswers = z.strictObject({
  need: text(2_000),
  needs: z.array(z.string().regex(/^[a-z0-9-]{1,40}$/)).max(MOST_NEEDS),
  language: z.enum(['fi', 'sv', 'en']),
  company: text(300),
  papers: text(1_000),
});
export type PreVisitAnswers = z.output<typeof PreVisitAnswers>;
/** With what stands with the time itself. `interpreterLanguage` undefined: not asked, so what was said stays. */
export type Told = PreVisitAnswers & { interpreterLanguage: string | null | undefined };

const place = (id: string) => ({ table: 'previsit', row: id, column: 'answers' });

export const openAnswers = (keys: Keyring, id: string, sealed: string): PreVisitAnswers =>
  JSON.parse(decrypt(keys, sealed, place(id))) as PreVisitAnswers;

/** What has been told of that time so far. */
export async function answersOf({ db, keys }: Pick<Booking, 'keys'> & { db: Db }, id: string): Promise<PreVisitAnswers | undefined> {
  const { rows } = await sql<{ answers: string }>`select answers from previsit where appointment_id = ${id}::uuid`.execute(db);
  return rows[0] && openAnswers(keys, id, rows[0].answers);
}

/**
 * Keeps what the customer tells, until they come: written again, the later holds. What they need is the visit's from then on, at reception
 * and at the counter; a time that must be longer for it, or an interpreter it lacks, is shown to staff (`unmetOf`), who move it.
 * @throws NotFound; Conflict `booked-already` once they have come or the time is over; Invalid `unknown-special-need`
 */
export async function tellBefore(booking: Booking, id: string, told: Told, requestId: string): Promise<void> {
  const { keys, clock } = booking;
  const { interpreterLanguage, ...answers } = told;
  await inTransaction(booking.db, async (trx) => {
    const one = await lockAppointment(trx, id);
    if (!one) throw new NotFound();
    if (!mayTell(one, clock.now())) throw new Conflict('booked-already');
    await requireKnownNeeds(trx, answers.needs);
    const sealed = encrypt(keys, JSON.stringify(answers), place(id));
    await sql`insert into previsit (appointment_id, answers, written_at) values (${id}::uuid, ${sealed}, ${clock.now()}::timestamptz)
      on conflict (appointment_id) do update set answers = excluded.answers, written_at = excluded.written_at`.execute(trx);
    await setNeeds(trx, one, answers.needs);
    if (interpreterLanguage !== undefined) await setInterpreterLanguage(trx, id, interpreterLanguage);
    await record(trx, {
      requestId,
      actorKind: 'link',
      action: 'previsit.written',
      purpose: 'own-matter',
      ownerOrg: one.ownerOrg,
      subjects: [id],
    });
  });
}

/** The version stays: nothing of it that the booker is written of has changed. */
async function setNeeds(trx: Trx, { id, expectedId, jointId }: AppointmentRow, needs: readonly string[]): Promise<void> {
  await sql`update appointment set needs = ${needs}::text[] where id = ${id}::uuid`.execute(trx);
  // Of a visit of several services each part has needs of its own, and they come for all of them at once.
  if (expectedId) await changeNeedsOfExpected(trx, expectedId, jointId ? await needsOfAll(trx, jointId) : needs);
}

async function setInterpreterLanguage(trx: Trx, id: string, language: string | null): Promise<void> {
  await sql`update appointment set interpreter_language = ${language} where id = ${id}::uuid`.execute(trx);
}

async function needsOfAll(trx: Trx, jointId: string): Promise<string[]> {
  const { rows } = await sql<{ needs: string[] }>`select array(select distinct unnest(a.needs) from appointment a
    where a.joint_id = ${jointId}::uuid and a.state = 'confirmed' order by 1) as needs`.execute(trx);
  return rows[0]?.needs ?? [];
}

/** Until the visit: afterwards nobody would read it. */
export const mayTell = ({ state, endsAt }: { state: string; endsAt: Temporal.Instant }, now: Temporal.Instant): boolean =>
  state === 'confirmed' && Temporal.Instant.compare(now, endsAt) < 0;
