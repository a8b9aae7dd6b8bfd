/** A matter's path out of everything that happened and is planned: pure, the words come later. */
import type { Contact } from '../../../server/modules/matters/contacts/schema.ts';
import type { Message } from '../../../server/modules/matters/messages/schema.ts';
import type { Notice } from '../../../server/modules/matters/noticing/schema.ts';
import type { Step } from '../../../server/modules/matters/path/schema.ts';
import type { RequestEntry, SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import type { Happening, MatterPage } from '../../../server/modules/matters/schema.ts';
import type { PathState } from '../../shared/ui/path-layout.ts';
import { epochOf } from '../../shared/ui/time-format.ts';

export type Twig = { id: string; state: PathState; depth: number; at: string | null; request: SupportRequest; entry: RequestEntry | null };
/** `meanwhile`: what happened at the desk while the question was out. */
export type Branch = { course: 'away' | 'beside'; twigs: Twig[]; meanwhile: Entry[] };

export type Entry = { id: string; at: string | null; state: PathState } & (
  | { kind: 'contact'; contact: Contact; messages: Message[] }
  | { kind: 'message'; message: Message }
  | { kind: 'request'; request: SupportRequest; branch: Branch }
  | { kind: 'happening'; happening: Happening }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'step'; step: Step }
  | { kind: 'tell'; request: SupportRequest }
  | { kind: 'turn'; awaits: MatterPage['awaits'] }
);

type Told = Pick<MatterPage, 'contacts' | 'messages' | 'requests' | 'happenings' | 'notices' | 'steps' | 'state' | 'awaits'>;

/** Done things in the order they happened, then now, then what is to come. Exactly one thing is now while the matter is open. */
export function timelineOf(page: Told): Entry[] {
  const done = [
    ...contactEntries(page),
    ...messageEntries(page),
    ...requestEntries(page),
    ...happeningEntries(page),
    ...noticeEntries(page).filter(({ state }) => state === 'done'),
    ...doneSteps(page),
  ].sort((one, other) => epochOf(one.at ?? 0) - epochOf(other.at ?? 0));
  const whole = withNow(withBranches(done), page);
  const toLeave = noticeEntries(page).filter(({ state }) => state === 'next');
  return [...whole, ...toLeave, ...planned(page, hasNow(whole, page))];
}

const ended = new Set<Notice['state']>(['sent', 'printed', 'collected', 'given-up']);

/** What the customer has been told without asking; what has not left yet, or waits for people, is still to come. */
function noticeEntries({ notices }: Told): Entry[] {
  return notices.map((notice) => ({
    kind: 'notice',
    id: notice.id,
    at: notice.at,
    state: ended.has(notice.state) ? 'done' : 'next',
    notice,
  }));
}

function contactEntries({ contacts, messages }: Told): Entry[] {
  return contacts
    .filter((contact) => !isSending(contact, messages))
    .map((contact) => ({
      kind: 'contact',
      id: contact.id,
      at: contact.startedAt,
      state: 'done',
      contact,
      messages: openingOf(contact, messages),
    }));
}

/** What the customer came with. What they wrote later, in the same occasion, stands where it came: after what was answered meanwhile. */
function openingOf(contact: Contact, messages: readonly Message[]): Message[] {
  const opening = messages.find((message) => message.contactId === contact.id);
  return contact.direction === 'in' && opening?.direction === 'in' ? [opening] : [];
}

/** A contact that was nothing but a message sent: the message tells it. */
function isSending(contact: Contact, messages: readonly Message[]): boolean {
  if (contact.direction !== 'out' || contact.summary) return false;
  return messages.some((message) => message.contactId === contact.id && message.direction === 'out');
}

/** What came in stands with its contact; the rest stands alone. */
function messageEntries({ contacts, messages }: Told): Entry[] {
  const shown = new Set(contacts.flatMap((contact) => openingOf(contact, messages)));
  return messages
    .filter((message) => !shown.has(message))
    .map((message) => ({
      kind: 'message',
      id: message.id,
      at: message.sentAt ?? message.createdAt,
      state: leaving(message) ? 'now' : 'done',
      message,
    }));
}

export function leaving(message: Message): boolean {
  return message.state === 'scheduled' || message.state === 'sending';
}

/** Told on the timeline by what they belong to. */
const silent = new Set(['link-made', 'link-revoked']);

function happeningEntries({ happenings, requests }: Told): Entry[] {
  return happenings
    .filter((happening) => !silent.has(happening.kind) && !requests.some((request) => openedFor(request, happening)))
    .map((happening) => ({ kind: 'happening', id: happening.id, at: happening.at, state: 'done', happening }));
}

/** A need opened to be asked about: one deed, told by the question itself. */
export function openedFor(request: SupportRequest, happening: Happening): boolean {
  if (happening.kind !== 'shared' || happening.data.organisationId !== request.toOrganisationId) return false;
  return happening.needId === request.needId && Math.abs(epochOf(request.askedAt) - epochOf(happening.at)) < 60_000;
}

function doneSteps({ steps }: Told): Entry[] {
  return steps.filter((step) => step.state === 'done').map((step) => ({ kind: 'step', id: step.id, at: step.doneAt, state: 'done', step }));
}

type RequestLine = Entry & { kind: 'request' };

function requestEntries({ requests }: Told): RequestLine[] {
  const isFirst = (request: SupportRequest) => !requests.some((other) => other.id === request.parentId);
  return requests.filter(isFirst).map((request) => ({
    kind: 'request',
    id: request.id,
    at: request.askedAt,
    state: 'done',
    request,
    branch: { course: 'away', twigs: twigsOf(request, requests), meanwhile: [] },
  }));
}

const openStates = new Set(['open', 'asked-back', 'forwarded', 'answer-below']);
/** The path itself shows these, or they are housekeeping. */
const unsaid = new Set(['asked', 'reminded', 'moved', 'claimed', 'released']);

function twigsOf(first: SupportRequest, all: readonly SupportRequest[]): Twig[] {
  const chain = all.filter((request) => request.id === first.id || isBelow(request, first, all));
  const said = chain.flatMap((request) =>
    request.entries
      .filter((entry) => !unsaid.has(entry.kind))
      .map(
        (entry, index): Twig => ({ id: `${request.id}.${index}`, state: 'done', depth: depthOf(request), at: entry.at, request, entry }),
      ),
  );
  const ordered = said.sort((one, other) => epochOf(one.at ?? 0) - epochOf(other.at ?? 0));
  // The deepest question still open is where the matter is.
  const open = chain.filter((request) => openStates.has(request.state)).sort((one, other) => other.tier - one.tier)[0];
  if (!open || open.state === 'asked-back') return ordered;
  return [...ordered, { id: `${open.id}.waits`, state: 'now', depth: depthOf(open), at: null, request: open, entry: null }];
}

function isBelow(request: SupportRequest, first: SupportRequest, all: readonly SupportRequest[]): boolean {
  const above = all.find((other) => other.id === request.parentId);
  return above !== undefined && (above.id === first.id || isBelow(above, first, all));
}

const depthOf = (request: SupportRequest) => Math.min(2, Math.max(1, request.tier - 1));

/** Gathers to each question what happened while it was out, so that the path is read in the order of time. */
function withBranches(done: readonly Entry[]): Entry[] {
  const gathered = new Set<string>();
  const whole = done.map((entry): Entry => {
    if (entry.kind !== 'request') return entry;
    const between = done.filter((other) => other.id !== entry.id && isWhileOut(entry, other));
    const meanwhile = between.filter((other) => other.kind !== 'request' && !gathered.has(other.id));
    for (const other of meanwhile) gathered.add(other.id);
    return { ...entry, branch: { course: between.some(servesCustomer) ? 'beside' : 'away', twigs: entry.branch.twigs, meanwhile } };
  });
  return whole.filter((entry) => !gathered.has(entry.id));
}

function isWhileOut({ request, branch: { twigs } }: RequestLine, other: Entry): boolean {
  const isOpen = twigs.some((twig) => twig.state === 'now');
  const end = isOpen ? Number.POSITIVE_INFINITY : epochOf(twigs.at(-1)?.at ?? request.askedAt);
  const at = epochOf(other.at ?? 0);
  return at > epochOf(request.askedAt) && at < end;
}

/** The matter itself went there, unless the customer was served in between: then both go on side by side. A note or a change of hands does not move the matter; a word with the customer does, and so does another question. */
function servesCustomer(entry: Entry): boolean {
  return entry.kind === 'contact' || entry.kind === 'request' || (entry.kind === 'message' && entry.message.kind !== 'note');
}

function hasNow(past: readonly Entry[], page: Told): boolean {
  return page.state !== 'open' || past.some((entry) => entry.state === 'now' || (entry.kind === 'request' && isNowInside(entry)));
}

function isNowInside({ branch: { course, twigs, meanwhile } }: RequestLine): boolean {
  return meanwhile.some((entry) => entry.state === 'now') || (course === 'away' && twigs.some((twig) => twig.state === 'now'));
}

/** An answer that has come is told before anything planned; else, when nothing is next or under way, whose turn it is stands as now. */
function withNow(past: Entry[], page: Told): Entry[] {
  if (hasNow(past, page)) return past;
  const untold = page.requests.find((request) => request.parentId === null && request.state === 'answered' && !request.toldAt);
  if (untold) return [...past, { kind: 'tell', id: `tell.${untold.id}`, at: null, state: 'now', request: untold }];
  if (page.steps.some((step) => step.state === 'now')) return past;
  return [...past, { kind: 'turn', id: 'turn', at: null, state: 'now', awaits: page.awaits }];
}

function planned({ steps }: Told, isElsewhere: boolean): Entry[] {
  return steps
    .filter((step) => step.state === 'now' || step.state === 'planned')
    .map((step) => ({
      kind: 'step',
      id: step.id,
      at: step.at,
      state: step.state === 'now' && !isElsewhere ? 'now' : 'next',
      step,
    }));
}
