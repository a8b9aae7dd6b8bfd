import { wantedFor } from '../capacity/rules.ts';
import type { Bookable, PartWanted, ResourceKind } from '../capacity/types.ts';

/** What an appointment was booked with. `span`: its minutes; `taken`: whom and what it takes. */
export type BookedWith = {
  service: Pick<Bookable, 'minutes' | 'minutesEach' | 'parts' | 'rules'>;
  needs: readonly string[];
  people: number;
  span: number;
  /** That is interpreted; null: not said, and any interpreter serves. */
  interpreterLanguage: string | null;
  taken: readonly { kind: ResourceKind; features: readonly string[]; languages: readonly string[] }[];
};

/** `minutes`: how long it should be, when it is shorter; `kinds`: of whom or what it has too few, or none that suits. */
export type Unmet = { minutes: number | null; kinds: ResourceKind[] };

/**
 * What the needs that somebody has told of would take, and their booked time has not: a time told of later is not made longer by itself,
 * since others may have the time after it. Null: nothing is missing. Pure.
 */
export function unmetOf({ service, needs, people, span, taken, interpreterLanguage }: BookedWith): Unmet | null {
  const { terms, parts } = wantedFor({ ...anyTerms, ...service } as Bookable, { needs, language: null, people });
  const minutes = terms.minutes > span ? terms.minutes : null;
  const kinds = parts.filter((part) => fewer(part, taken, interpreterLanguage)).map(({ kind }) => kind);
  return minutes === null && kinds.length === 0 ? null : { minutes, kinds };
}

const anyTerms = { bufferBefore: 0, bufferAfter: 0, step: 0, notice: 0, horizonDays: 0 };

const fewer = ({ kind, count, features }: Required<PartWanted>, taken: BookedWith['taken'], language: string | null): boolean => {
  const suits = (one: BookedWith['taken'][number]) =>
    one.kind === kind &&
    features.every((feature) => one.features.includes(feature)) &&
    (kind !== 'interpreter' || language === null || one.languages.includes(language));
  return taken.filter(suits).length < count;
};
