import type { Freshness, SupportWay } from './schema.ts';

/** Its keepers are reminded to look an actor over so long after they last did. */
export const REMIND_AFTER = { months: 4 };
/** From then on it is told to be old. */
export const STALE_AFTER = { months: 6 };

export function freshnessOf(checkedOn: Temporal.PlainDate, today: Temporal.PlainDate): Freshness {
  const isPast = (after: Temporal.DurationLike) => Temporal.PlainDate.compare(checkedOn.add(after), today) <= 0;
  if (isPast(STALE_AFTER)) return 'stale';
  return isPast(REMIND_AFTER) ? 'due' : 'fresh';
}

export type Wanted = { criteria: readonly string[]; language: string; home: boolean };
type Given = {
  answersTo: readonly string[];
  languages: readonly string[];
  ways: readonly SupportWay[];
  isFree: boolean;
  freshness: Freshness;
};
export type Suggested<A> = {
  actor: A;
  fits: string[];
  reasons: ('language' | 'home' | 'free')[];
  against: ('language' | 'home' | 'stale')[];
};

/**
 * Which actors answer to the criteria that hold, the fittest first, each with why and why not. What the customer cannot do without weighs
 * before what is convenient: somebody who comes home where that is needed, then most criteria, then a shared language, then fresh details.
 * Nobody is left out for a language: one may come with an interpreter.
 */
export function suggest<A extends Given>(wanted: Wanted, actors: readonly A[]): { suggested: Suggested<A>[]; others: A[] } {
  const judged = actors.map((actor) => judge(wanted, actor));
  const [fitting, rest] = [judged.filter(({ fits }) => fits.length > 0), judged.filter(({ fits }) => fits.length === 0)];
  return { suggested: fitting.toSorted(byFit), others: rest.map(({ actor }) => actor) };
}

function judge<A extends Given>({ criteria, language, home }: Wanted, actor: A): Suggested<A> {
  const speaks = actor.languages.includes(spokenOf(language));
  const visits = actor.ways.includes('home');
  return {
    actor,
    fits: criteria.filter((each) => actor.answersTo.includes(each)),
    reasons: [
      ...(speaks ? ['language' as const] : []),
      ...(home && visits ? ['home' as const] : []),
      ...(actor.isFree ? ['free' as const] : []),
    ],
    against: [
      ...(home && !visits ? ['home' as const] : []),
      ...(speaks ? [] : ['language' as const]),
      ...(actor.freshness === 'stale' ? ['stale' as const] : []),
    ],
  };
}

function byFit(a: Suggested<Given>, b: Suggested<Given>): number {
  const lacks = (one: Suggested<Given>, what: Suggested<Given>['against'][number]) => Number(one.against.includes(what));
  return (
    lacks(a, 'home') - lacks(b, 'home') ||
    b.fits.length - a.fits.length ||
    lacks(a, 'language') - lacks(b, 'language') ||
    lacks(a, 'stale') - lacks(b, 'stale') ||
    Number(b.actor.isFree) - Number(a.actor.isFree)
  );
}

/** A language of service as one is spoken to in it: the signed ones are asked for by their own codes. */
const spokenOf = (language: string): string => language.split('-')[0] ?? language;

/** Naming an actor tells that one is a customer of an authority only where the actor is one. */
export const isAuthority = (kind: string): boolean => kind === 'authority' || kind === 'wellbeing';
