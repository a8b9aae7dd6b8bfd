import type { MessageChange, MessageInput, MessageState } from './schema.ts';

/** Seconds in which a message can be taken back before it leaves. */
export const UNDO_SECONDS = 60;

/** Where a customer can be reached, and what may not be used. */
export type Reach = {
  email: string | null;
  /** Postal address on one line; null when incomplete. */
  address: string | null;
  /** Turvakielto: contact data is neither shown nor written on anything that leaves. */
  restricted: boolean;
  /** Whether somebody holds a secret link to the matter's page, or a slip that opens it. */
  linked: boolean;
  /** Whether the customer has an identity and may sign in here: then what waits is read on their own pages. */
  signsIn?: boolean;
};

export type Dispatch = {
  state: 'noted' | 'scheduled' | 'waiting' | 'sent' | 'told';
  leaves: 'message' | 'notice' | 'nothing';
  /** Always the customer's own, never one that a client gives. */
  recipient: string | null;
};

export type DispatchRefusal = 'channel-not-for-message' | 'no-address' | 'no-link' | 'identification-needed';

type Written = Pick<MessageInput, 'kind' | 'channel' | 'sensitivity'>;

/**
 * How a message goes out. Secret content never leaves by e-mail or shows behind a link (both prove nothing about the reader): a neutral
 * notice goes instead and the content waits until the customer signs in strongly or is told it at a desk; on paper it may go. Under turvakielto e-mail is a notice too.
 */
export function dispatchOf(written: Written, reach: Reach, identified: boolean): Dispatch | DispatchRefusal {
  if (written.kind === 'note') return { state: 'noted', leaves: 'nothing', recipient: null };
  switch (written.channel) {
    case 'email':
      return byEmail(written, reach);
    case 'link':
      return behindLink(written, reach);
    case 'letter':
      return reach.restricted || !reach.address ? 'no-address' : { state: 'sent', leaves: 'message', recipient: reach.address };
    case 'phone':
    case 'counter':
      return mayTell(written, identified) ? { state: 'told', leaves: 'nothing', recipient: null } : 'identification-needed';
    case 'internal':
      return 'channel-not-for-message';
  }
}

function byEmail({ sensitivity }: Written, { email, restricted }: Reach): Dispatch | DispatchRefusal {
  if (!email) return 'no-address';
  return { state: 'scheduled', leaves: leavesByEmail(sensitivity, restricted), recipient: email };
}

function behindLink({ sensitivity }: Written, { email, linked, signsIn }: Reach): Dispatch | DispatchRefusal {
  if (!linked && !signsIn) return 'no-link';
  if (sensitivity === 'normal' && linked) return { state: 'sent', leaves: 'message', recipient: null };
  return email ? { state: 'scheduled', leaves: 'notice', recipient: email } : { state: 'waiting', leaves: 'nothing', recipient: null };
}

/** Asked again at the moment of sending: a restriction may have come since the message was written. */
export function leavesByEmail(sensitivity: MessageInput['sensitivity'], restricted: boolean): 'message' | 'notice' {
  return sensitivity === 'secret' || restricted ? 'notice' : 'message';
}

export function mayTell({ sensitivity }: Pick<MessageInput, 'sensitivity'>, identified: boolean): boolean {
  return sensitivity === 'normal' || identified;
}

/** Whether the customer has the content itself, or will have it by itself: a notice is not an answer. */
export function tells({ state, leaves }: Pick<Dispatch, 'state' | 'leaves'>): boolean {
  return leaves === 'message' || state === 'told';
}

/** Shown and sent at once; only what is scheduled leaves later. */
export function leavesNow({ state }: Pick<Dispatch, 'state'>): boolean {
  return state === 'sent' || state === 'told';
}

export type ChangeRefusal = 'message-left' | 'message-not-failed' | 'message-not-waiting' | 'identification-needed';
type State = MessageState;

const changeable: Record<MessageChange['state'], { from: State[]; to: State; else: ChangeRefusal }> = {
  undone: { from: ['scheduled'], to: 'undone', else: 'message-left' },
  now: { from: ['scheduled'], to: 'scheduled', else: 'message-left' },
  again: { from: ['failed', 'bounced', 'given-up'], to: 'scheduled', else: 'message-not-failed' },
  told: { from: ['waiting', 'failed', 'bounced', 'given-up'], to: 'told', else: 'message-not-waiting' },
};

/** What a message becomes by a change, or why it may not. */
export function changed(
  change: MessageChange['state'],
  message: { state: State; sensitivity: MessageInput['sensitivity'] },
  identified: boolean,
): { state: State } | ChangeRefusal {
  const { from, to, else: refusal } = changeable[change];
  if (!from.includes(message.state)) return refusal;
  if (change === 'told' && !mayTell(message, identified)) return 'identification-needed';
  return { state: to };
}

/** Days after closing within which a customer's message opens the matter again; later ones begin a new matter. */
const REOPENS = { hours: 30 * 24 };

export function reopens(closedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return closedAt !== null && Temporal.Instant.compare(closedAt.add(REOPENS), now) >= 0;
}
