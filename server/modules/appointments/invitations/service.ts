import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { isLocale, type Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { By } from '../../identity/types.ts';
import { endSteps, writeSteps } from '../../matters/path/service.ts';
import { lockOpen, lockToKeep } from '../../matters/service.ts';
import type { LockedMatter } from '../../matters/types.ts';
import { addLetter, passLetters } from '../letters/queries.ts';
import type { Booking } from '../types.ts';
import * as rows from './queries.ts';
import { endOf, mayInviteTo, reminderOf, standing } from './rules.ts';
import type { Invitable, Invitation, InvitationInput } from './schema.ts';
import { invitationCode, openInvited, sealInvited } from './secrets.ts';
import { traceInvitation } from './trace.ts';

/** So far ahead the last day may be. */
const MOST_DAYS = 180;

/** What the caller may invite this customer to. @throws NotFound, Forbidden for those who do not keep the matter */
export async function invitable({ db, clock }: Booking, by: By, matterId: string): Promise<Invitable> {
  return inTransaction(db, async (trx) => {
    const matter = await lockToKeep(trx, by, matterId);
    const customer = await customerOf(trx, matter, clock.now());
    const services = (await rows.bookablesWithPlaces({ db: trx, clock })).filter((one) => mayInviteTo(by.actor, one));
    const shown = services.map(({ organisationId: _, who: __, ...one }) => one);
    return { services: shown, language: localeOf(customer.language), needs: customer.arrangements, hasEmail: customer.email !== null };
  });
}

/** @throws NotFound, Forbidden for those who do not keep the matter */
export async function invitationsFor({ db, keys, clock }: Booking, by: By, matterId: string): Promise<Invitation[]> {
  return inTransaction(db, async (trx) => {
    await lockToKeep(trx, by, matterId);
    const now = clock.now();
    return (await rows.invitationsOfMatter(trx, matterId)).map((one) => {
      const { id, bookableId: serviceId, serviceName, way, pointIds: placeIds, deadline: until, sentAt, openedAt, startsAt } = one;
      const invited = openInvited(keys, id, one.content);
      const shown = { id, serviceId, serviceName, way, placeIds, until, sentAt, openedAt, startsAt };
      return { ...shown, state: standing(one, now), byEmail: Boolean(invited?.email), message: invited?.message ?? '' };
    });
  });
}

/**
 * Invites the matter's customer to book: a letter in neutral words where they have an address, else paper; the matter's path waits for it.
 * @throws NotFound; Forbidden for those who do not keep the matter; Conflict `matter-closed`; Invalid `unknown-reference`, `invitation-until`
 */
export async function invite(
  booking: Booking,
  key: IdempotencyKey | undefined,
  by: By,
  matterId: string,
  input: InvitationInput,
): Promise<Done<{ id: string; byEmail: boolean }>> {
  return once(
    booking.db,
    key,
    async (trx) => {
      const matter = await lockOpen(trx, by, matterId);
      const value = await inviteTo(booking, trx, by, matter, input);
      return { resourceId: value.id, status: 201, value };
    },
    async (id) => ({ id, byEmail: isByEmail(booking, await rows.invitationOf(booking.db, id)) }),
  );
}

async function inviteTo(booking: Booking, trx: Trx, by: By, matter: LockedMatter, input: InvitationInput) {
  const { keys, clock } = booking;
  const { serviceId: bookableId, way, placeIds: pointIds, language, needs, interpreterLanguage } = input;
  const now = clock.now();
  await requireSound({ db: trx, clock }, by, input);
  const customer = await customerOf(trx, matter, now);
  const id = randomUUID();
  const content = sealInvited(keys, id, { name: customer.name, email: customer.email, phone: customer.phone, message: input.message });
  const stepId = await addStep(booking, trx, by, matter, input);
  const of = {
    id,
    matterId: matter.id,
    customerId: matter.customer_id,
    ownerOrg: matter.owner_org,
    bookableId,
    way,
    pointIds,
    language,
    needs,
    interpreterLanguage,
  };
  const secretHash = hashSecret(invitationCode(keys, id));
  await rows.insertInvitation(trx, {
    ...{ ...of, content, secretHash, stepId, invitedBy: by.actor.personId },
    ...{ deadline: endOf(input.until), sentAt: now },
  });
  if (customer.email) await writeLetters(trx, id, input.until, now);
  await traceInvitation(trx, by, of, 'invitation-sent');
  return { id, byEmail: customer.email !== null };
}

/** The customer reads it on their page too; when it is by is said in words, since the letter reminds of it and one reminder is enough. */
async function addStep(booking: Booking, trx: Trx, by: By, matter: LockedMatter, { until, language }: InvitationInput): Promise<string> {
  const day = formatDate(until, language, dayOf(booking.clock.now()));
  const title = translator(language, 'invitation')('step', { day });
  const [stepId] = await writeSteps(booking, trx, by, matter, [{ title, who: 'customer', place: '' }]);
  return stepId as string;
}

async function writeLetters(trx: Trx, id: string, until: Temporal.PlainDate, now: Temporal.Instant): Promise<void> {
  await addLetter(trx, { kind: 'invited', subjectId: id, notBefore: now });
  const remindAt = reminderOf(until, now);
  if (remindAt) await addLetter(trx, { kind: 'invitation-reminder', subjectId: id, notBefore: remindAt });
}

async function requireSound(
  reading: { db: Trx; clock: Booking['clock'] },
  by: By,
  { serviceId, way, placeIds, until }: InvitationInput,
): Promise<void> {
  const today = dayOf(reading.clock.now());
  const service = (await rows.bookablesWithPlaces(reading)).find(({ id }) => id === serviceId);
  if (!service || !mayInviteTo(by.actor, service)) throw new Invalid('unknown-reference', { fields: ['serviceId'] });
  if (!service.ways.includes(way)) throw new Invalid('unknown-reference', { fields: ['way'] });
  const isRemote = way === 'remote' || way === 'phone';
  const isGivenThere = placeIds.every((id) => service.places.some((place) => place.id === id));
  if (isRemote ? placeIds.length > 0 : placeIds.length === 0 || !isGivenThere)
    throw new Invalid('unknown-reference', { fields: ['placeIds'] });
  const days = today.until(until).days;
  if (days < 0 || days > MOST_DAYS) throw new Invalid('invitation-until', { fields: ['until'] });
}

/**
 * Takes an invitation back: its link opens nothing any more. @throws NotFound, Forbidden for those who do not keep the matter; Conflict
 * `invitation-over` when it has been booked or is over
 */
export async function withdrawInvitation(booking: Booking, by: By, id: string): Promise<void> {
  const { db, clock } = booking;
  await inTransaction(db, async (trx) => {
    const found = await rows.invitationOf(trx, id);
    if (!found) throw new NotFound();
    const matter = await lockToKeep(trx, by, found.matterId);
    const one = (await rows.lockInvitation(trx, id)) as rows.InvitationRow;
    if (one.state === 'withdrawn') return;
    if (one.state !== 'sent' && one.state !== 'opened') throw new Conflict('invitation-over');
    const now = clock.now();
    await rows.setState(trx, id, 'withdrawn', { now });
    await passLetters(trx, id, now);
    if (isByEmail(booking, one)) await addLetter(trx, { kind: 'withdrawn', subjectId: id, notBefore: now });
    if (one.stepId) await endSteps(booking, trx, by, matter, [{ id: one.stepId, state: 'dropped' }]);
    await traceInvitation(trx, by, one, 'invitation-withdrawn');
  });
}

const isByEmail = ({ keys }: Booking, one: rows.InvitationRow | undefined): boolean =>
  Boolean(one && openInvited(keys, one.id, one.content)?.email);

async function customerOf(trx: Trx, { customer_id }: LockedMatter, now: Temporal.Instant): Promise<rows.CustomerRow> {
  const customer = await rows.invitedCustomer(trx, customer_id, now);
  if (!customer) throw new NotFound();
  return customer;
}

const localeOf = (language: string): Locale => (isLocale(language) ? language : 'fi');
