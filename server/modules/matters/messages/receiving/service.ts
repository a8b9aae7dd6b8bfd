import type { Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { lockOngoing } from '../../contacts/queries.ts';
import type { Identification } from '../../contacts/schema.ts';
import { addContact } from '../../contacts/service.ts';
import { noteHappening } from '../../happenings.ts';
import { leaveTrace } from '../../trace.ts';
import { takeTurn } from '../../turn.ts';
import type { Desk, LockedMatter } from '../../types.ts';
import { attachFiles } from '../files/service.ts';
import { insertMessage } from '../queries.ts';
import { reopens } from '../rules.ts';
import { lockSurviving, reopenMatter } from './queries.ts';

export type Incoming = {
  matterId: string;
  channel: 'email' | 'web';
  /** The contact the matter was opened with, when this message opens it. */
  contactId?: string;
  /** What the channel proves of the sender: never more than that the address is a known one. */
  identification?: Extract<Identification, 'none' | 'claimed' | 'known-contact' | 'strong' | 'mandate'>;
  /** A customer who has signed in, and for whom when not for themselves. */
  by?: { customerId: string; onBehalfOf: string | null };
  /** When it arrived here, not when the sender's clock says it was written. */
  at: Temporal.Instant;
  /** The matter's own when not known. */
  language?: string;
  subject: string;
  body: string;
  /** Sanitised already. */
  bodyHtml?: string | null;
  quoted?: string | null;
  /** Stored and claimed already, in this transaction. */
  files?: { fileId: string; name: string; contentId?: string | null }[];
};

export type Taking = 'open' | 'reopens' | 'closed';

/** Whether a customer's message would join the matter (or the one it was merged into): asked by a channel before it opens a new one. */
export async function takesMessages(desk: Desk, trx: Trx, matterId: string): Promise<Taking | null> {
  const matter = await lockSurviving(trx, matterId);
  return matter ? takingOf(matter, desk.clock.now()) : null;
}

/**
 * Takes a customer's message into a matter: the turn is ours, a matter closed less than 30 days ago is opened again, a merged one passes
 * it on. Who may write into which matter is the channel's to decide before.
 * @throws NotFound; Conflict `matter-closed` for one closed longer ago
 */
export async function receiveMessage(
  desk: Desk,
  trx: Trx,
  incoming: Incoming,
): Promise<{ messageId: string; matterId: string; contactId: string }> {
  const matter = await lockSurviving(trx, incoming.matterId);
  if (!matter) throw new NotFound();
  const taking = takingOf(matter, desk.clock.now());
  if (taking === 'closed') throw new Conflict('matter-closed');
  if (taking === 'reopens') await reopen(trx, matter, incoming.at);
  const contactId = incoming.contactId ?? (await occasionOf(trx, matter, incoming));
  const messageId = await insertMessage(trx, matter, {
    contactId,
    needId: null,
    kind: 'message',
    direction: 'in',
    channel: incoming.channel,
    language: incoming.language ?? matter.language,
    sensitivity: 'normal',
    subject: incoming.subject,
    body: incoming.body,
    bodyHtml: incoming.bodyHtml ?? null,
    quoted: incoming.quoted ?? null,
    recipient: null,
    authorId: null,
    state: 'received',
    sendAt: null,
    sentAt: null,
    readAt: null,
    createdAt: incoming.at,
    ...(incoming.by ? { by: incoming.by } : {}),
  });
  await attachFiles(trx, messageId, incoming.files ?? []);
  await takeTurn(trx, taking === 'reopens' ? { ...matter, awaits: 'nobody' } : matter, incoming.at);
  await leaveTrace(trx, null, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'message.received',
    subjects: [messageId],
    event: 'message.received',
    facts: { ownerOrg: matter.owner_org, messageId, contactId, channel: incoming.channel, unitIds: [matter.unit_id], ...assignee(matter) },
  });
  return { messageId, matterId: matter.id, contactId };
}

/**
 * Keeps what a customer's machine answered ("I am away until ...") on the matter without making anything of it: no turn, no occasion, and
 * a closed matter stays closed.
 */
export async function noteAutoReply(
  trx: Trx,
  reply: { matterId: string; at: Temporal.Instant; channel: 'email'; subject: string; body: string },
): Promise<{ messageId: string }> {
  const matter = await lockSurviving(trx, reply.matterId);
  if (!matter) throw new NotFound();
  const messageId = await insertMessage(trx, matter, {
    contactId: null,
    needId: null,
    kind: 'note',
    direction: 'internal',
    channel: reply.channel,
    language: matter.language,
    sensitivity: 'normal',
    subject: reply.subject,
    body: reply.body,
    recipient: null,
    authorId: null,
    state: 'noted',
    sendAt: null,
    sentAt: null,
    readAt: null,
    createdAt: reply.at,
  });
  await leaveTrace(trx, null, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'message.auto-reply-noted',
    subjects: [messageId],
    event: 'message.written',
    facts: { ownerOrg: matter.owner_org, messageId, channel: reply.channel },
  });
  return { messageId };
}

function takingOf(matter: LockedMatter, now: Temporal.Instant): Taking {
  if (matter.state === 'open') return 'open';
  return reopens(matter.closed_at, now) ? 'reopens' : 'closed';
}

async function reopen(trx: Trx, matter: LockedMatter, at: Temporal.Instant): Promise<void> {
  await reopenMatter(trx, matter.id, at);
  await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind: 'reopened' });
  await leaveTrace(trx, null, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'matter.reopened',
    event: 'matter.reopened',
    facts: { ownerOrg: matter.owner_org, unitIds: [matter.unit_id], ...assignee(matter) },
  });
}

/** Letters to and fro are one occasion until it is wrapped up; what was written behind strong sign-in is one of its own. */
async function occasionOf(trx: Trx, matter: LockedMatter, incoming: Incoming): Promise<string> {
  const ongoing = await lockOngoing(trx, matter.id, matter.owner_org, incoming.channel, incoming.by !== undefined);
  if (ongoing) return ongoing;
  return addContact(trx, null, matter, {
    needId: null,
    channel: incoming.channel,
    direction: 'in',
    startedAt: incoming.at,
    // Over as it comes: it proves who wrote, and nothing of who may be on the telephone or at the desk later.
    endedAt: incoming.by ? incoming.at : null,
    personId: null,
    pointId: null,
    identification: incoming.identification ?? 'none',
    summary: '',
  });
}

function assignee({ person_id }: LockedMatter): { personIds?: string[] } {
  return person_id ? { personIds: [person_id] } : {};
}
