import type { Language } from '../../directory/types.ts';
import type { FoundEntry, SearchAnswer } from './schema.ts';
import type { FoundHit, Search } from './service.ts';
import type { EntryKind, Reader } from './types.ts';

/** How far the hits of a kind are counted: beyond it nobody reads on, the words are sharpened instead. */
const COUNTED = 40;
const FIRST_ALIKE = 10;

export type Wish = {
  words: string;
  language: Language;
  audience: 'everyone' | 'staff';
  kinds?: readonly EntryKind[] | undefined;
  limit: number;
  near?: { latitude: number; longitude: number } | undefined;
  /** The asker's own organisations, whose services come first among those of one text. */
  organisationIds: readonly string[];
  /** Without one, as in public, what only some of the staff may read is not found. */
  reader?: Reader | null;
};

/** Searches for anyone who asks, desk or public: what is not for the audience or the reader is in no hit, group or count. */
export async function findKnowledge({ search }: { search: Search }, wish: Wish): Promise<SearchAnswer> {
  const { words, language, audience, kinds, limit, reader = null } = wish;
  const found = await search.readable(reader, search.find({ words, language, audience, ...(kinds ? { kinds } : {}), limit: COUNTED }));
  const byKind = Map.groupBy(found, ({ kind }) => kind);
  const hits = found.filter((hit, place) => place < limit || byKind.get(hit.kind)?.[0] === hit);
  const expanded = await search.expand(hits.filter(isService).map(textIdOf), wish);
  return {
    warming: !search.isWhole(),
    hits: hits.map((hit) => entryOf(hit, isService(hit) ? expanded.get(textIdOf(hit)) : undefined)),
    groups: [...byKind].map(([kind, ofKind]) => ({ kind, count: ofKind.length })),
  };
}

const isService = ({ kind }: FoundHit) => kind === 'service';
const textIdOf = ({ id }: FoundHit) => Number(id);

function entryOf(
  { kind, id, title, summary, language, matched, foundIn, alike }: FoundHit,
  given: Pick<FoundEntry, 'providers' | 'places'> | undefined,
): FoundEntry {
  return {
    kind,
    id,
    title,
    summary,
    language,
    why: { words: matched, language: foundIn },
    alike: { count: alike.length, first: alike.slice(0, FIRST_ALIKE) },
    providers: given?.providers ?? null,
    places: given?.places ?? null,
  };
}
