import type { Outcome } from '../needs/schema.ts';
import type { NoticeChannel, NoticeKind, Thing } from './types.ts';

/** What the rules look at: the matter as it is when an event is read, which may be later than the event. */
export type Noticed = {
  id: string;
  ownerOrg: string;
  state: 'open' | 'closed' | 'merged';
  needs: { id: string; state: string; outcome: Outcome | null }[];
  /** The message of the event, if it was about one. */
  message: { id: string; waits: boolean } | null;
};

/** `taken`: somebody took the matter to themselves · `inHand`: the need was said to be in hand. */
export type Heard = {
  type: string;
  needId: string | null;
  toOrg: string | null;
  taken: boolean;
  inHand: boolean;
  day: Temporal.PlainDate;
};

/** Which happenings tell the customer what. Everything else is the desk's own affair. */
export function thingsOf(heard: Heard, matter: Noticed): Thing[] {
  switch (heard.type) {
    case 'need.changed':
      // A question to an authority is no such thing: nobody has the need in hand for its being asked about.
      return heard.inHand ? inHand(matter.needs.filter(({ id, state }) => id === heard.needId && state === 'in-hand')) : [];
    case 'matter.changed':
      // Somebody has taken the matter to themselves: what was nobody's is in hand.
      return heard.taken ? inHand(matter.needs.filter(({ state }) => ['identified', 'directed', 'in-hand'].includes(state))) : [];
    case 'matter.handed-over':
      return heard.toOrg && heard.toOrg !== matter.ownerOrg ? [moved(matter, heard.toOrg, heard.day)] : [];
    case 'need.settled':
      return matter.needs.filter(({ id }) => id === heard.needId).flatMap(ended);
    case 'matter.closed':
      return matter.state === 'closed' ? matter.needs.filter(({ state }) => state !== 'dropped').map(endedAnyhow) : [];
    case 'message.written':
    case 'message.changed':
      return matter.message?.waits ? [{ kind: 'message-waits', thing: `message-waits:${matter.message.id}` }] : [];
    default:
      return [];
  }
}

export const heardEvents = [
  'need.changed',
  'matter.changed',
  'matter.handed-over',
  'need.settled',
  'matter.closed',
  'message.written',
  'message.changed',
] as const;

const inHand = (needs: { id: string }[]): Thing[] =>
  needs.map(({ id }) => ({ kind: 'need-in-hand', thing: `need-in-hand:${id}`, needId: id }));

/** To the same organisation on one day is one move, however many times it went back and forth. */
function moved({ id }: Noticed, toOrg: string, day: Temporal.PlainDate): Thing {
  return { kind: 'need-moved', thing: `need-moved:${id}:${toOrg}:${day}` };
}

const endKinds = { handled: 'need-settled', initiated: 'need-initiated', neither: 'need-ended' } as const satisfies Record<
  Outcome,
  NoticeKind
>;
/** Of these a need has one at a time: a later one takes the place of one that has not left. */
export const endings: readonly NoticeKind[] = Object.values(endKinds);

function ended({ id, outcome }: Noticed['needs'][number]): Thing[] {
  return outcome ? [{ kind: endKinds[outcome], thing: `${endKinds[outcome]}:${id}`, needId: id }] : [];
}

/** A matter that is closed says so of each need, also of one nobody recorded an outcome for: never silence. */
function endedAnyhow(need: Noticed['needs'][number]): Thing {
  return ended(need)[0] ?? { kind: 'need-ended', thing: `need-ended:${need.id}`, needId: need.id };
}

/** `deadline` in seconds of the epoch: moved to another time, it is another thing. */
export function deadlineThing(stepId: string, needId: string | null, deadlineAt: Temporal.Instant): Thing {
  return {
    kind: 'deadline',
    thing: `deadline:${stepId}:${Math.floor(deadlineAt.epochMilliseconds / 1000)}`,
    needId,
    deadlineAt,
  };
}

export type Wish = 'email' | 'phone' | 'sms' | 'letter' | 'visit' | 'link';

export type NoticeReach = {
  wish: Wish | null;
  /** Turvakielto: contact data is used for nothing. */
  restricted: boolean;
  email: boolean;
  /** A number that takes text messages. */
  mobile: boolean;
  /** A whole postal address. */
  postal: boolean;
  /** A Finnish identity code or business id, by which Suomi.fi messages finds its mailbox. */
  identity: boolean;
};

const order: Record<Wish | 'none', readonly NoticeChannel[]> = {
  email: ['email', 'suomifi', 'sms', 'paper'],
  link: ['email', 'sms', 'suomifi', 'paper'],
  phone: ['sms', 'suomifi', 'email', 'paper'],
  sms: ['sms', 'suomifi', 'email', 'paper'],
  letter: ['paper', 'suomifi', 'email', 'sms'],
  visit: [],
  none: ['suomifi', 'email', 'sms', 'paper'],
};

/**
 * The channel of a notice: the customer's wish first, then what reaches them, then what anybody can do: collect it at a point. `tried` has
 * refused it already.
 */
export function channelFor(reach: NoticeReach, available: readonly NoticeChannel[], tried: readonly string[]): NoticeChannel {
  const wished = order[reach.wish ?? 'none'];
  return wished.find((channel) => available.includes(channel) && !tried.includes(channel) && reaches(channel, reach)) ?? 'collect';
}

/** Asked again when it leaves: an address may have gone, a restriction come. */
export function reaches(channel: NoticeChannel, { restricted, email, mobile, postal, identity }: NoticeReach): boolean {
  const by = { email: email && !restricted, sms: mobile && !restricted, paper: postal && !restricted, suomifi: identity, collect: true };
  return by[channel];
}

/** Finnish mobile numbers begin 04 or 050 (Traficom's numbering), nationally or with +358. Elsewhere nothing tells them apart. */
export function isMobile(phone: string | null): boolean {
  const digits = (phone ?? '').replace(/[^+\d]/g, '').replace(/^(\+|00)358/, '0');
  return /^0(4\d|50)\d{4,9}$/.test(digits) || /^\+(?!358)\d{8,15}$/.test(digits);
}
