import type { Outcome } from '../needs/schema.ts';
import type { Channel, Identification } from './schema.ts';

/** What the wrap-up suggestions are made from: all of it is known before anybody is asked. */
export type WrapUpFacts = {
  needs: {
    id: string;
    organisationId: string | null;
    state: string;
    outcome: Outcome | null;
    outcomeWhy: string | null;
    receipt: string | null;
    received: boolean;
  }[];
  /** Kinds of the arrangements in force. */
  arrangements: string[];
  digitalSkill: string | null;
  channel: Channel;
  requested: boolean;
  instructed: boolean;
  handOvers: number;
  /** Other organisations whose staff met the customer in this matter before. */
  organisationsBefore: number;
  /** Earlier contacts of this matter that nobody wrote a word about. */
  silentBefore: number;
};

export type Suggestions = { reasons: string[]; supportKinds: string[]; how: string[]; hops: number; toldAgain: boolean };

/** Channels in which people talk at the same time: only their length tells how long the service took. */
const talks: Channel[] = ['phone', 'counter', 'chat', 'video'];

/** Whole minutes of a talk, at least one; 0 for written channels, where hours pass between letters, and for a talk nobody ended in its day. */
export function minutesOf(
  contact: { channel: Channel; startedAt: Temporal.Instant; endedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): number {
  const end = contact.endedAt ?? endOfUnended(contact, now);
  if (!talks.includes(contact.channel) || !end) return 0;
  return Math.max(1, Math.round(end.since(contact.startedAt).total('minutes')));
}

/** A settled need keeps its outcome; a receipt shows that a matter was initiated (hallintolaki 19-20 §); nothing else is claimed, "neither" no more than "handled". */
export function proposeOutcomes(needs: WrapUpFacts['needs']): { needId: string; outcome: Outcome | null; why: string }[] {
  return needs
    .filter((need) => need.state !== 'dropped')
    .map((need) => ({ needId: need.id, outcome: need.outcome ?? (need.receipt ? 'initiated' : null), why: need.outcomeWhy ?? '' }));
}

export function suggest(facts: WrapUpFacts): Suggestions {
  const hops = facts.handOvers + facts.organisationsBefore;
  return {
    reasons: chosen(reasonRules, facts),
    supportKinds: chosen(supportRules, facts),
    how: chosen(howRules, facts),
    hops,
    toldAgain: hops > 0 && facts.silentBefore > 0,
  };
}

type Rules = [key: string, holds: (facts: WrapUpFacts) => boolean][];

const reasonRules: Rules = [
  ['digital-skills', ({ digitalSkill }) => digitalSkill === 'cannot-yet' || digitalSkill === 'side-by-side'],
  ['no-shared-language', (facts) => arranged(facts, 'needs-interpreter', 'sign-language')],
  ['reduced-capacity', (facts) => arranged(facts, 'understanding', 'memory')],
  ['referred-here', ({ handOvers }) => handOvers > 0],
  ['official-wording', (facts) => arranged(facts, 'clear-language', 'cannot-read-write')],
  ['several-authorities', ({ needs }) => authorities(needs).size >= 2],
  ['no-device-or-eid', (facts) => arranged(facts, 'no-device', 'no-eid', 'no-identity-code')],
  ['wants-a-person', ({ digitalSkill }) => digitalSkill === 'does-not-want'],
];

const supportRules: Rules = [
  ['e-service', ({ digitalSkill }) => digitalSkill === 'cannot-yet' || digitalSkill === 'side-by-side'],
  ['point-device', (facts) => facts.channel === 'counter' && arranged(facts, 'no-device')],
];

const howRules: Rules = [
  ['support-requested', ({ requested }) => requested],
  ['documents-received', ({ needs }) => needs.some((need) => need.received)],
  ['instructions-given', ({ instructed }) => instructed],
];

function chosen(rules: Rules, facts: WrapUpFacts): string[] {
  return rules.filter(([, holds]) => holds(facts)).map(([key]) => key);
}

function arranged({ arrangements }: WrapUpFacts, ...kinds: string[]): boolean {
  return kinds.some((kind) => arrangements.includes(kind));
}

function authorities(needs: WrapUpFacts['needs']): Set<string> {
  return new Set(needs.filter((need) => need.state !== 'dropped').flatMap((need) => need.organisationId ?? []));
}

/** How long a wrap-up may still be put right; after that it is statistics. */
const CHANGEABLE = { hours: 7 * 24 };

export function isSettled(wrappedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return wrappedAt !== null && Temporal.Instant.compare(wrappedAt.add(CHANGEABLE), now) < 0;
}

/** Longer than any talk: an occasion forgotten open does not identify the next caller. */
const LONGEST_TALK = { hours: 12 };

const proofs: Identification[] = ['document-seen', 'strong', 'mandate'];

/** Whether secret content may be told now: a caller's number, a From address or a link is not identification. */
export function isIdentified(
  talk: { identification: Identification; startedAt: Temporal.Instant } | undefined,
  now: Temporal.Instant,
): boolean {
  if (!talk || !proofs.includes(talk.identification)) return false;
  return !isForgotten(talk.startedAt, now);
}

/** The end of a contact: never in the future; null when it would be before the start. */
export function endOf(startedAt: Temporal.Instant, endedAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const end = Temporal.Instant.compare(endedAt, now) > 0 ? now : endedAt;
  return Temporal.Instant.compare(end, startedAt) < 0 ? null : end;
}

/** The end said with a new note: a start that had to be moved to now moves the end with it. */
export function endOfNote(startedAt: Temporal.Instant, endedAt: string | null | undefined, now: Temporal.Instant): Temporal.Instant | null {
  return endedAt ? (endOf(startedAt, Temporal.Instant.from(endedAt), now) ?? startedAt) : null;
}

/** The end of a contact wrapped up without one: now, except for a talk nobody ended in its day, whose length nobody knows. */
export function endOfUnended(contact: { channel: Channel; startedAt: Temporal.Instant }, now: Temporal.Instant): Temporal.Instant | null {
  return talks.includes(contact.channel) && isForgotten(contact.startedAt, now) ? null : now;
}

function isForgotten(startedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startedAt.add(LONGEST_TALK), now) < 0;
}

/** Seconds within which a tally can be taken back. */
const TALLY_UNDO = { seconds: 60 };
/** The minute the desk offers, and the way of the answer there and back. */
const WRAP_UP_UNDO = { seconds: 65 };

export function mayUndoTally(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add(TALLY_UNDO), now) >= 0;
}

export function mayUndoWrapUp(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add(WRAP_UP_UNDO), now) >= 0;
}
