import { randomUUIDv7 } from 'node:crypto';
import { subjectOf } from '../../../server/modules/matters/messages/wording.ts';
import { requestRows } from './request-rows.ts';
import { needAt, pointOf, type Row, type Telling } from './telling.ts';
import type { ContactEvent, DemoCustomer, DemoEvent, DemoWrapUp, MessageEvent, NoteEvent, RequestEvent } from './types.ts';

/** Adds the rows of one thing that happened. */
export function tellEvent(telling: Telling, event: DemoEvent): void {
  switch (event.what) {
    case 'contact':
      tellContact(telling, event);
      break;
    case 'note':
      tellNote(telling, event);
      break;
    case 'message':
      tellMessage(telling, event);
      break;
    case 'request':
      tellRequest(telling, event);
      break;
    case 'linked':
      tellLink(telling, event);
      break;
    default:
      tellHappening(telling, event);
  }
}

function tellContact(telling: Telling, event: ContactEvent): void {
  const { rows, world, moves } = telling;
  const startedAt = at(telling, event);
  const endedAt = event.minutes ? startedAt.add({ minutes: event.minutes }) : event.wrapUp ? startedAt : null;
  const contact = {
    id: randomUUIDv7(),
    matter_id: telling.id,
    owner_org: telling.unit.organisationId,
    need_id: event.need ? needAt(telling, event.need).id : null,
    channel: event.channel,
    direction: event.direction ?? 'in',
    started_at: startedAt,
    ended_at: endedAt,
    person_id: event.by ? world.places.person(event.by) : null,
    point_id: event.by ? pointOf(telling) : null,
    identification: event.identification ?? 'none',
    summary: event.summary ?? '',
    ...(event.wrapUp && { ...wrappedUp(event.wrapUp), wrapped_at: endedAt }),
  };
  if (event.direction !== 'out' && rows.contact.length > 0) moves.push({ at: startedAt, kind: 'came' });
  rows.contact.push(contact);
  if (event.said) rows.message.push(saidIn(telling, event, contact.id, startedAt));
}

function wrappedUp(wrapUp: DemoWrapUp) {
  return {
    reasons: wrapUp.reasons,
    directed_by: wrapUp.directedBy ?? null,
    support_kinds: wrapUp.supportKinds ?? [],
    how: wrapUp.how,
    not_alone: wrapUp.notAlone ?? [],
    could_self_serve: wrapUp.couldSelfServe ?? null,
    hops: wrapUp.hops ?? 0,
    told_again: wrapUp.toldAgain ?? false,
    guidance: wrapUp.guidance ?? null,
  };
}

function saidIn({ id, unit, demo }: Telling, event: ContactEvent, contactId: string, saidAt: Temporal.Instant): Row<'message'> {
  return {
    matter_id: id,
    owner_org: unit.organisationId,
    contact_id: contactId,
    kind: 'message',
    direction: 'in',
    channel: event.channel,
    language: demo.language ?? 'fi',
    subject: event.said?.subject ?? '',
    body: event.said?.body ?? '',
    quoted: event.said?.quoted ?? null,
    state: 'received',
    read_at: event.unread ? null : saidAt,
    created_at: saidAt,
  };
}

function tellNote(telling: Telling, event: NoteEvent): void {
  const note = { kind: 'note', direction: 'internal', channel: 'internal', state: 'noted' };
  telling.rows.message.push({ ...writtenBy(telling, event), ...note, body: event.text });
}

function tellMessage(telling: Telling, event: MessageEvent): void {
  const { rows, world, demo, moves, number } = telling;
  const kind = event.instruction ? 'instruction' : 'message';
  const customer = world.customer(demo.customer);
  const sentAt = at(telling, event);
  const state = stateOf(event, customer);
  const answered = event.tells ? rows.support_request.find((one) => one.state === 'answered' && !one.parent_id) : undefined;
  if (answered && state !== 'waiting') answered.told_at = sentAt;
  rows.message.push({
    ...writtenBy(telling, event),
    contact_id: rows.contact.at(-1)?.id ?? null,
    need_id: event.need ? needAt(telling, event.need).id : null,
    request_id: answered?.id ?? null,
    kind,
    direction: 'out',
    channel: event.channel,
    sensitivity: event.secret ? 'secret' : 'normal',
    subject: subjectOf({ kind, language: demo.language ?? 'fi', matter: { number } }),
    body: event.text,
    recipient: recipientOf(event, customer),
    state,
    sent_at: sentAt,
    read_at: state === 'told' ? sentAt : null,
  });
  moves.push({ at: sentAt, kind: 'left' });
}

/** A secret message, or any under turvakielto, leaves as a notice only and waits to be told. */
function stateOf({ channel, secret }: MessageEvent, { restricted }: DemoCustomer): string {
  if (channel === 'counter' || channel === 'phone') return 'told';
  return channel === 'email' && (secret || restricted) ? 'waiting' : 'sent';
}

function recipientOf({ channel }: MessageEvent, { email, street, postalCode }: DemoCustomer): string | null {
  if (channel === 'email') return email ?? null;
  return channel === 'letter' && street ? `${street}, ${postalCode} Mallila` : null;
}

function tellRequest(telling: Telling, event: RequestEvent): void {
  const { rows, world, moves, unit, id } = telling;
  const { places, times } = world;
  const need = needAt(telling, event.need);
  const asked = places.unit(event.to);
  const basis = 'consent';
  const disclosed = { matter_id: id, need_id: need.id };
  const [by, askedAt] = [places.person(event.by), times(event.at, asked)];
  if (need.state !== 'settled') need.state = 'in-hand';
  rows.share.push({
    ...disclosed,
    organisation_id: asked.organisationId,
    basis,
    ground: event.ground,
    given_how: 'voice',
    language: telling.demo.language ?? 'fi',
    shared_by: by,
    shared_at: askedAt,
  });
  rows.happening.push({
    ...disclosed,
    owner_org: unit.organisationId,
    kind: 'shared',
    // First opened to the other organisation, then asked.
    at: askedAt.subtract({ seconds: 1 }),
    person_id: by,
    data: JSON.stringify({ organisationId: asked.organisationId, basis }),
  });
  const made = requestRows({ matterId: id, needId: need.id, ownerOrg: unit.organisationId, unitId: unit.id, places, times }, event);
  rows.support_request.push(...made.requests);
  rows.support_request_entry.push(...made.entries);
  moves.push(...made.moves);
}

type Linked = Extract<DemoEvent, { what: 'linked' }>;

function tellLink(telling: Telling, event: Linked): void {
  const { world, rows, id } = telling;
  const other = world.matter(event.other);
  const [low, high] = [id, other.id].sort() as [string, string];
  // Both matters tell of it; the pair is written once.
  if (id === low)
    rows.matter_link.push({ matter_id: low, other_id: high, linked_by: world.places.person(event.by), linked_at: at(telling, event) });
  happen(telling, event, 'linked', { number: other.number });
}

type Happening = Exclude<DemoEvent, ContactEvent | NoteEvent | MessageEvent | RequestEvent | { what: 'linked' }>;

function tellHappening(telling: Telling, event: Happening): void {
  switch (event.what) {
    case 'handed-over':
      tellHandOver(telling, event);
      break;
    case 'received':
      Object.assign(needAt(telling, event.need), { received_at: at(telling, event), received_point_id: pointOf(telling) });
      happen(telling, event, 'need-received', {}, event.need);
      break;
    case 'settled':
      settle(telling, event);
      happen(telling, event, 'need-settled', { outcome: event.outcome }, event.need);
      break;
    case 'merged':
      happen(telling, event, 'merged', { number: telling.world.matter(event.other).number });
      break;
    case 'closed':
      happen(telling, event, 'closed', {});
  }
}

function tellHandOver(telling: Telling, event: Happening & { what: 'handed-over' }): void {
  const { world, moves, unit } = telling;
  moves.push({ at: at(telling, event), kind: 'handed-over' });
  const toPersonId = event.toPerson ? world.places.person(event.toPerson) : null;
  happen(telling, event, 'handed-over', { fromUnitId: world.places.unit(event.from).id, toUnitId: unit.id, toPersonId, note: event.note });
}

function settle(telling: Telling, event: Happening & { what: 'settled' }): void {
  Object.assign(needAt(telling, event.need), {
    state: 'settled',
    outcome: event.outcome,
    outcome_why: event.why ?? null,
    receipt: event.receipt ?? null,
    outcome_at: at(telling, event),
    outcome_by: telling.world.places.person(event.by),
  });
}

function happen(telling: Telling, event: DemoEvent & { by: string }, kind: string, data: Record<string, unknown>, need?: number): void {
  telling.rows.happening.push({
    matter_id: telling.id,
    need_id: need ? needAt(telling, need).id : null,
    owner_org: telling.unit.organisationId,
    kind,
    at: at(telling, event),
    person_id: telling.world.places.person(event.by),
    data: JSON.stringify(data),
  });
}

function writtenBy(telling: Telling, event: DemoEvent & { by: string }) {
  return {
    matter_id: telling.id,
    owner_org: telling.unit.organisationId,
    language: telling.demo.language ?? 'fi',
    author_id: telling.world.places.person(event.by),
    created_at: at(telling, event),
  };
}

function at({ world, unit }: Telling, event: DemoEvent): Temporal.Instant {
  return world.times(event.at, unit);
}
