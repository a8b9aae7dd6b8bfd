import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Feed } from '../../../platform/events/feed.ts';
import { createRepeater } from '../../../platform/events/repeater.ts';
import type { Log } from '../../../platform/log/log.ts';
import { KNOWLEDGE_CHANGED } from '../events.ts';
import { alikeEntries } from './alike.ts';
import { createIndex, createReading } from './engine/index.ts';
import { loadVoikko } from './engine/voikko.ts';
import { type Expansions, rememberedExpansions } from './expanding/remembered.ts';
import { keepFilled } from './filling.ts';
import { peoplesNames } from './people.ts';
import { type Shown, shownEntries } from './shown.ts';
import { type Sight, sightOf } from './sight.ts';
import { SYNONYMS_CHANGED } from './synonyms/events.ts';
import { learntSynonyms } from './synonyms/service.ts';
import type { Asked, Entry, EntryKind, EntrySource, Hit, SearchIndex } from './types.ts';

/** `foundIn`: the language of the text that answered; `language`: of what is shown. `alike`: others that say exactly the same. */
export type FoundHit = Omit<Hit, 'language'> & Shown & { foundIn: Hit['language']; alike: string[] };

/** This node's search: its index lives in the memory of the process. */
export type Search = {
  /** Until true, what has not been read yet is not found. */
  isWhole(): boolean;
  find(asked: Asked): FoundHit[];
  knows: SearchIndex['knows'];
  /** Of what was found, what the reader may read. */
  readable: Sight;
  /** An index of another module's own few things, which reads words as this one does, by the same synonyms. */
  beside(entries: Iterable<Entry>): Pick<SearchIndex, 'search'>;
  /** Undefined for what is not there, or not for this audience. */
  shown(asked: Pick<Asked, 'language' | 'audience'>, kind: EntryKind, id: string): Shown | undefined;
  /** Who gives the services of these texts, and where. */
  expand: Expansions['of'];
  /** `entries`: distinct ones; `things`: all that can be found by them. */
  size(): { things: number; entries: number; bytes: number };
  /** Resolves when this node finds by the synonyms as they now are. */
  relearn(): Promise<void>;
  /** Resolves when all that events have told so far is found. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

export type SearchSurroundings = { db: Kysely<Tables>; feed: Feed; log: Log; sources: readonly EntrySource[] };

/** Begins to fill the index and goes on in the background: the service answers meanwhile, and says that it is warming. */
export function startSearch({ db, feed, log, sources }: SearchSurroundings): Search {
  const morphology = loadVoikko();
  log.info(
    morphology ? 'search knows Finnish base forms by Voikko' : 'search does without Voikko: libvoikko1 and voikko-fi are not installed',
  );
  const reading = createReading({ morphology });
  const index = createIndex({ reading });
  const shown = shownEntries();
  const people = peoplesNames();
  const began = performance.now();
  const alike = alikeEntries({
    put(entries) {
      shown.put(entries);
      people.put(entries);
      index.put(entries);
    },
    remove(kind, names) {
      index.remove(kind, names);
      shown.remove(kind, names);
      people.remove(kind, names);
    },
  });
  const whole = () => log.info('search is whole', { count: alike.size(), seconds: Math.round((performance.now() - began) / 100) / 10 });
  const filling = keepFilled({ db, log, sources, into: alike, onWhole: whole });
  const learning = keepLearnt(db, log, index);
  const expansions = rememberedExpansions(db);
  feed.subscribe(({ events }) => {
    for (const event of events) {
      if (event.type === KNOWLEDGE_CHANGED) expansions.forget(event.data.kind as EntryKind);
      filling.hear(event);
    }
    if (events.some(({ type }) => type === SYNONYMS_CHANGED)) void learning.run();
  });
  feed.onTick(() => {
    filling.tick();
    learning.tick();
  });

  return {
    isWhole: filling.isWhole,
    find: (asked) =>
      index.search(asked).flatMap(({ language: foundIn, id: name, ...hit }) => {
        const line = shown.of(hit.kind, name, asked.language, asked.audience);
        const [id, ...others] = alike.idsOf(name);
        return line && id !== undefined ? [{ ...hit, id, alike: others, foundIn, ...line }] : [];
      }),
    knows: (word, language) => !people.has(word) && index.knows(word, language),
    readable: sightOf(db, sources),
    beside(entries) {
      const own = createIndex({ reading });
      own.put(entries);
      return own;
    },
    shown: ({ language, audience }, kind, id) => shown.of(kind, alike.nameOf(kind, id) ?? '', language, audience),
    expand: expansions.of,
    size: () => ({ things: alike.size(), ...index.size() }),
    relearn: learning.run,
    async caughtUp() {
      await feed.caughtUp();
      await filling.caughtUp();
      await learning.run();
    },
    async stop() {
      await filling.stop();
      await learning.stop();
    },
  };
}

/** Learns all synonyms at the start and whenever asked to; a failed reading is tried again. */
function keepLearnt(db: Kysely<Tables>, log: Log, index: Pick<SearchIndex, 'learn'>) {
  let isLearnt = false;
  const learning = createRepeater(
    async () => {
      isLearnt = false;
      index.learn(await learntSynonyms(db));
      isLearnt = true;
    },
    (error) => log.warn('synonyms could not be read', { error }),
  );
  void learning.run();
  return {
    run: learning.run,
    stop: learning.stop,
    tick() {
      if (!isLearnt) void learning.run();
    },
  };
}
