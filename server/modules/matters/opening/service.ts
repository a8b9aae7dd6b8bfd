import { randomUUIDv7 } from 'node:crypto';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { endOfNote } from '../contacts/rules.ts';
import { mayUseCustomer } from '../customer/policy.ts';
import { variantOf } from '../messages/wording.ts';
import { keeperOrganisations } from '../policy.ts';
import { type PromisingUnit, promiseOf } from '../promise.ts';
import { requireKnown } from '../references.ts';
import type { MatterInput, OpenedMatter } from '../schema.ts';
import type { Trace } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { type Alongside, insertMatter, type NewMatter } from './queries.ts';

export { promiseOf } from '../promise.ts';

/**
 * Opens a matter from a contact noted at the desk (phone, counter, letter ...): customer, needs, arrangements and the contact at once.
 * @throws NotFound when the customer or a named organisation does not exist for the caller; Conflict `no-front-office` when the
 *   caller keeps no organisation's matters or works in no unit.
 */
export async function openMatter(
  desk: Desk,
  trx: Trx,
  call: Call,
  unit: PromisingUnit | undefined,
  input: MatterInput,
  alongside?: Alongside,
): Promise<OpenedMatter> {
  if (!unit || !keeperOrganisations(call.actor).includes(unit.organisationId)) throw new Conflict('no-front-office');
  if (input.customerId && !(await mayUseCustomer(trx, call, input.customerId))) throw new NotFound('customer-not-found');
  await requireKnown(desk, {
    organisations: Object.fromEntries(input.needs.map((need, index) => [`needs.${index}.organisationId`, need.organisationId])),
    points: { 'contact.pointId': input.contact.pointId },
  });
  const keeper = { ...unit, personId: call.actor.personId, pointId: input.contact.pointId ?? call.actor.pointId };
  return writeMatter(trx, call, desk, input, keeper, alongside);
}

export type Keeper = PromisingUnit & {
  personId: string | null;
  pointId: string | null;
};

/** Opens a matter for a channel (mail, web form): nobody's yet, in the unit that the channel feeds. Identification is what the channel proves. */
export async function openFromChannel(desk: Desk, trx: Trx, unit: PromisingUnit, input: MatterInput): Promise<OpenedMatter> {
  return writeMatter(trx, null, desk, input, {
    ...unit,
    personId: null,
    pointId: null,
  });
}

async function writeMatter(
  trx: Trx,
  call: Call | null,
  desk: Desk,
  input: MatterInput,
  keeper: Keeper,
  alongside?: Alongside,
): Promise<OpenedMatter> {
  const matter = newMatter(desk, input, keeper, call ? LONGEST_NOTE_HOURS : Number.POSITIVE_INFINITY);
  const trace: Trace = {
    matterId: matter.id,
    customerId: matter.customerId,
    action: 'matter.opened',
    subjects: [matter.contactId],
    event: 'matter.opened',
    facts: {
      ownerOrg: matter.ownerOrg,
      contactId: matter.contactId,
      channel: input.contact.channel,
      unitIds: [keeper.id],
    },
  };
  const number = await insertMatter(trx, call, matter, trace, alongside?.(matter.id));
  wakeReadersAfterCommit(trx);
  return { id: matter.id, number, contactId: matter.contactId };
}

function newMatter(desk: Desk, input: MatterInput, keeper: Keeper, hoursBack: number): NewMatter {
  const arrivedAt = arrival(desk, input.contact.startedAt, hoursBack);
  const customer = input.customer;
  const language = input.language ?? customer?.language ?? 'fi';
  return {
    id: randomUUIDv7(),
    contactId: randomUUIDv7(),
    customerId: input.customerId ?? randomUUIDv7(),
    newCustomer: input.customerId ? null : { ...(customer ?? nobodyKnown(language)), known: isNamed(customer) },
    title: input.title || titleFrom(input) || translator(variantOf(language), 'message')('untitled'),
    language,
    ownerOrg: keeper.organisationId,
    unitId: keeper.id,
    personId: keeper.personId,
    pointId: keeper.pointId,
    arrivedAt,
    endedAt: endOfNote(arrivedAt, input.contact.endedAt, desk.clock.now()),
    dueAt: promiseOf(keeper, arrivedAt),
    actingFor: input.actingFor ?? null,
    contact: input.contact,
    needs: input.needs.map((need) => ({ ...need, id: randomUUIDv7() })),
    arrangements: input.arrangements,
  };
}

/** A desk's note may be saved this long after its talk began; what a channel brings may have waited at a server for longer. */
const LONGEST_NOTE_HOURS = 24;

/** A note may be saved after the talk began, but never before it: a start in the future or too far back is the clock's now. */
function arrival(desk: Desk, startedAt: string | null | undefined, hoursBack: number): Temporal.Instant {
  const now = desk.clock.now();
  if (!startedAt) return now;
  const started = Temporal.Instant.from(startedAt);
  const hours = now.since(started).total('hours');
  return hours < 0 || hours > hoursBack ? now : started;
}

/** Two lines of a matter's head; the words themselves stand on the need and on the path. */
const LONGEST_TITLE = 60;

function titleFrom(input: MatterInput): string {
  const need = input.needs[0];
  const words = need?.serviceName || need?.ownWords || input.contact.summary;
  const first = words.trim().split(/\n|(?<=[.?!])\s/)[0] ?? '';
  return first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…` : first;
}

function isNamed(customer: MatterInput['customer']): boolean {
  return Boolean(customer?.givenName || customer?.familyName);
}

function nobodyKnown(language: string) {
  return { kind: 'person' as const, givenName: '', familyName: '', language };
}
