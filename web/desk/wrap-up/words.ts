import type { WrapUp, WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import type { Outcome } from '../../../server/modules/matters/needs/schema.ts';
import type { AdviceLevel } from '../../shared/api/cards.ts';
import { isoAfter } from '../../shared/ui/time-format.ts';
import { isTalk } from '../talk.ts';

type NeedWords = { outcome: Outcome | null; receipt: string; why: string | null };

/** `unnamed`: needs whose service nobody has told. `answeredWith`: the card that answered the customer, as the advisor says. */
type Used = { unnamed: readonly string[]; answeredWith: string | null };

export type WrapUpWords = {
  outcomes: Record<string, NeedWords>;
  /** Which card names a need. */
  services: Record<string, string>;
  adviceLevel: AdviceLevel | null;
  /** As typed; only a talk has a length. */
  minutes: string;
  reasons: string[];
  directedBy: string;
  supportKinds: string[];
  how: string[];
  notAlone: string[];
  couldSelfServe: boolean;
  toldAgain: boolean;
  hops: number;
  guidance: number | null;
  guidanceWords: string;
};

const nothingUsed: Used = { unnamed: [], answeredWith: null };

/** Starts from what comes by itself; the advisor's own estimate is never preselected. */
export function wordsOf(
  { needs, minutes, suggested, cards, adviceLevel }: WrapUpForm,
  { unnamed, answeredWith }: Used = nothingUsed,
): WrapUpWords {
  const card = cards.find(({ id }) => id === answeredWith) ?? cards[0];
  const open = needs.filter(({ outcome }) => outcome === null);
  const answered = answeredWith && open.length === 1 ? open[0]?.needId : undefined;
  const toName = needs.filter(({ needId }) => unnamed.includes(needId));
  const outcomes = needs.map((need): [string, NeedWords] => [
    need.needId,
    { outcome: need.needId === answered ? 'handled' : outcomeOf(need.outcome), receipt: '', why: need.why || null },
  ]);
  return {
    outcomes: Object.fromEntries(outcomes),
    services: card && toName.length === 1 && toName[0] ? { [toName[0].needId]: card.id } : {},
    adviceLevel: adviceLevel ?? card?.adviceLevel ?? null,
    minutes: minutes > 0 ? String(minutes) : '',
    reasons: suggested.reasons,
    directedBy: '',
    supportKinds: suggested.supportKinds,
    how: answered ? [...new Set([...suggested.how, 'advice-given'])] : suggested.how,
    notAlone: [],
    couldSelfServe: false,
    toldAgain: suggested.toldAgain,
    hops: suggested.hops,
    guidance: null,
    guidanceWords: '',
  };
}

export type Missing = { kind: 'outcome' | 'why' | 'receipt'; needId: string } | { kind: 'minutes' };

/** What must still be told. A need may stay open with its matter; a matter is closed once each has been told. */
export function missingOf({ outcomes, minutes }: WrapUpWords, { contact }: WrapUpForm, closes: boolean): Missing[] {
  const needs = Object.entries(outcomes).flatMap(([needId, { outcome, receipt, why }]): Missing[] => {
    if (outcome === null) return closes ? [{ kind: 'outcome', needId }] : [];
    if (outcome === 'neither' && !why) return [{ kind: 'why', needId }];
    return outcome === 'initiated' && receipt.trim() === '' ? [{ kind: 'receipt', needId }] : [];
  });
  return isTalk(contact.channel) && !isLength(minutes) ? [...needs, { kind: 'minutes' }] : needs;
}

/** Whole minutes within a day; empty where nobody knows. */
function isLength(minutes: string): boolean {
  return minutes.trim() === '' || (/^\d{1,4}$/.test(minutes.trim()) && Number(minutes) >= 1 && Number(minutes) <= 1440);
}

export function inputOf(
  { outcomes, services, minutes, directedBy, guidanceWords, ...words }: WrapUpWords,
  form: WrapUpForm,
): Partial<WrapUp> {
  const isPutRight = isTalk(form.contact.channel) && minutes.trim() !== '' && Number(minutes) !== form.minutes;
  return {
    ...words,
    ...(isPutRight ? { endedAt: isoAfter(form.contact.startedAt, Number(minutes)) } : {}),
    services: Object.entries(services).map(([needId, cardId]) => ({ needId, cardId })),
    directedBy: directedBy.trim() || null,
    guidanceWords: guidanceWords.trim() || null,
    outcomes: Object.entries(outcomes).flatMap(([needId, { outcome, receipt, why }]) =>
      outcome
        ? [{ needId, outcome, receipt: outcome === 'initiated' ? receipt.trim() : null, why: outcome === 'neither' ? why : null }]
        : [],
    ),
  };
}

function outcomeOf(outcome: string | null): Outcome | null {
  return (['handled', 'initiated', 'neither'] as const).find((one) => one === outcome) ?? null;
}
