import type { Agreement, Language, Names, PermittedTasks, Task, Wording } from './types.ts';

type Chained = { id: string; validUntil: Temporal.PlainDate | null; successorId: string | null };

/** Ended chains are short; a longer one is a loop that slipped past the guard. */
const LONGEST_CHAIN = 20;

/**
 * The organisation that carries on `id` on that day: itself while it lives, else its successor's successor and so on. An
 * organisation that ended without a successor stays itself. Undefined for an unknown id.
 */
export function carriedOnBy<O extends Chained>(organisations: O[], id: string, day: Temporal.PlainDate): O | undefined {
  let current = organisations.find((organisation) => organisation.id === id);
  for (let steps = 0; current && steps < LONGEST_CHAIN; steps++) {
    const next = hasEnded(current, day) ? current.successorId : null;
    if (!next) return current;
    current = organisations.find((organisation) => organisation.id === next);
  }
  return current;
}

export function hasEnded(thing: { validUntil: Temporal.PlainDate | null }, day: Temporal.PlainDate): boolean {
  return thing.validUntil !== null && Temporal.PlainDate.compare(thing.validUntil, day) <= 0;
}

export function isCurrent(
  thing: { validFrom: Temporal.PlainDate; validUntil: Temporal.PlainDate | null },
  day: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(thing.validFrom, day) <= 0 && !hasEnded(thing, day);
}

type Address = { street: string; postalCode: string; city: string };

/** What letters and calendar entries tell of a place. */
export const hasOtherAddress = (was: Address, becomes: Address): boolean =>
  was.street !== becomes.street || was.postalCode !== becomes.postalCode || was.city !== becomes.city;

/** Whether following `next` from `successorId` would come back to `id`. */
export function wouldLoop(id: string, successorId: string | null, next: (id: string) => string | null | undefined): boolean {
  const seen = new Set<string>();
  for (let at = successorId; at && !seen.has(at); at = next(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

const OWN_TASKS: Task[] = ['inform', 'guide', 'help-fill', 'receive', 'decide'];

/** In one's own organisation no agreement is needed. */
export const ownTasks: PermittedTasks = { tasks: OWN_TASKS, wording: {}, trainingOwed: [], validUntil: null };

/**
 * What the agreements together permit for one principal, at one point, on one day. The most exact agreement governs (a service
 * at this point, a service, this point, everything): a narrow one may allow less than the general one.
 */
export function permittedBy(
  agreements: Agreement[],
  pointId: string | null,
  day: Temporal.PlainDate,
  serviceName?: string,
): PermittedTasks {
  const holding = agreements.filter((agreement) => holds(agreement, pointId, day, serviceName));
  const most = Math.max(...holding.map(exactness));
  const governing = holding.filter((agreement) => exactness(agreement) === most);
  return {
    tasks: OWN_TASKS.filter((task) => governing.some((agreement) => agreement.tasks.some((permitted) => permitted === task))),
    wording: joined(governing.map((agreement) => agreement.wording)),
    trainingOwed: governing.flatMap((agreement) => agreement.trainingOwed),
    validUntil: governing.map((agreement) => agreement.validUntil).sort(Temporal.PlainDate.compare)[0] ?? null,
  };
}

function holds(agreement: Agreement, pointId: string | null, day: Temporal.PlainDate, serviceName?: string): boolean {
  if (Temporal.PlainDate.compare(agreement.validFrom, day) > 0 || Temporal.PlainDate.compare(day, agreement.validUntil) > 0) return false;
  if (agreement.pointId !== null && agreement.pointId !== pointId) return false;
  return agreement.serviceName === null || (serviceName !== undefined && names(agreement.serviceName, serviceName));
}

function names(serviceName: Names, sought: string): boolean {
  return Object.values(serviceName).some((name) => name.localeCompare(sought, 'fi', { sensitivity: 'accent' }) === 0);
}

const exactness = (agreement: Agreement): number => (agreement.serviceName ? 2 : 0) + (agreement.pointId ? 1 : 0);

function joined(wordings: Wording[]): Wording {
  const languages: Language[] = ['fi', 'sv', 'en'];
  return Object.fromEntries(
    languages.map((language) => [
      language,
      {
        may: unique(wordings.flatMap((wording) => wording[language]?.may ?? [])),
        mayNot: unique(wordings.flatMap((wording) => wording[language]?.mayNot ?? [])),
      },
    ]),
  );
}

const unique = (texts: string[]): string[] => [...new Set(texts)];
