import type { Channel, Identification } from '../../../server/modules/matters/contacts/schema.ts';
import type { NewMatter } from '../../shared/api/matters.ts';
import type { VisitPage } from '../../shared/api/visits.ts';
import { epochOf } from '../../shared/ui/time-format.ts';
import { type CustomerWords, customerInputOf, customerWordsOf, isNobody } from '../aside/customer-fields.tsx';
import { isTalk } from '../talk.ts';

export type NeedWords = { serviceName: string; organisationId: string | null; ownWords: string };

export type NewContactDraft = {
  channel: Channel;
  direction: 'in' | 'out';
  summary: string;
  title: string;
  /** When the first letter was typed; the contact's duration counts from here. */
  startedAt: string | null;
  /** When the last one was: a note left behind tells by it how long the talk was known to last. */
  writtenAt: string | null;
  /** The clock stands since: the note was left and found again. */
  stoppedAt: string | null;
  /** The customer is still there once the matter is open. */
  goesOn: boolean;
  identification: Identification;
  needs: NeedWords[];
  arrangements: string[];
  customerId: string | null;
  customerName: string;
  customer: CustomerWords;
  /** Service cards opened meanwhile. */
  cards: string[];
};

export const emptyNeed: NeedWords = { serviceName: '', organisationId: null, ownWords: '' };

export function emptyContact(): NewContactDraft {
  return {
    channel: 'phone',
    direction: 'in',
    summary: '',
    title: '',
    startedAt: null,
    writtenAt: null,
    stoppedAt: null,
    goesOn: false,
    identification: 'none',
    needs: [emptyNeed],
    arrangements: [],
    customerId: null,
    customerName: '',
    customer: customerWordsOf(),
    cards: [],
  };
}

/** Of somebody who is at the counter, and stays there when their matter is open. */
export function visitorsContact(visit?: Pick<VisitPage, 'needs' | 'steps'>): NewContactDraft {
  const startedAt = visit?.steps.findLast(({ servingAt }) => servingAt !== null)?.servingAt ?? null;
  return { ...emptyContact(), channel: 'counter', goesOn: true, arrangements: visit?.needs ?? [], startedAt };
}

export function isWorthKeeping({ summary, needs, title }: NewContactDraft): boolean {
  return Boolean(summary.trim() || title.trim() || needs.some(hasWords));
}

/** A page loaded anew within this many milliseconds is in the same talk. */
const sameTalkMs = 120_000;

/** Where the clock of a note found again stands: at its last letter, unless it was left a moment ago. */
export function stopOf({ startedAt, writtenAt, stoppedAt }: NewContactDraft, now: string): string | null {
  if (stoppedAt || !startedAt) return stoppedAt;
  const last = writtenAt ?? startedAt;
  return epochOf(now) - epochOf(last) > sameTalkMs ? last : null;
}

/** What the server takes: nobody known is a customer too, a need without words is none, and opening the matter ends the talk. */
export function inputOf(draft: NewContactDraft, pointId: string | null, now: string): NewMatter {
  const { channel, direction, summary, startedAt, identification, customer } = draft;
  const endedAt = isTalk(channel) && !draft.goesOn ? (draft.stoppedAt ?? now) : null;
  return {
    ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
    language: customer.language,
    contact: { channel, direction, summary, identification, startedAt, endedAt, pointId },
    customerId: draft.customerId,
    customer: draft.customerId
      ? null
      : isNobody(customer)
        ? { language: customer.language, digitalSkill: customer.digitalSkill }
        : customerInputOf(customer),
    needs: draft.needs.filter(hasWords).map(({ serviceName, organisationId, ownWords }) => ({
      serviceName: serviceName.trim() || null,
      organisationId,
      ownWords: ownWords.trim(),
    })),
    arrangements: draft.arrangements.map((kind) => ({ kind })),
  };
}

/** The need that a card answered, where nobody has told any yet. */
export function needsAnswered(needs: NeedWords[], card: { name: string; organisationId: string | null }): NeedWords[] {
  if (needs.some(hasWords)) return needs;
  return [{ ...emptyNeed, serviceName: card.name, organisationId: card.organisationId }];
}

function hasWords({ serviceName, ownWords }: NeedWords): boolean {
  return Boolean(serviceName.trim() || ownWords.trim());
}
