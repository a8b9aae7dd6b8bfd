import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MappingAnswers, MappingChange, MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { answer } from '../../shared/api/mappings.ts';
import { ApiProblem, isNoAnswer } from '../../shared/api/problem.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useSayWhy } from '../use-deed.ts';

export type Change = Omit<MappingChange, 'version'>;
export type SavedState = 'saved' | 'saving' | 'unsaved';

/** Pause in typing after which an answer is saved (milliseconds). */
const settleMs = 500;
/** After which what could not be sent is sent again (milliseconds). */
const againMs = 3_000;

/**
 * Saves each answer as it is given, one call at a time and each against the version before it. What is not saved yet also stays on this
 * computer, so that a crash loses nothing; it goes when the server has it, since a desk is shared.
 */
export function useAnswers(page: MappingPage) {
  const { me } = useSession();
  const place = `polku-mapping.${me.id}.${page.id}`;
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const [unsaved, setUnsaved] = useState<Change>(() => readHere(place));
  const [state, setState] = useState<SavedState>('saved');
  const waiting = useRef<Change>(unsaved);
  const version = useRef(page.version);
  const sending = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  version.current = Math.max(version.current, page.version);
  /** Adds what is typed into a field for one more line: it comes along when the question is left. Tells whether it did. */
  const typed = useRef(nothingTyped);

  /** Sends what waits, after what is being sent. @returns whether everything is on the server */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    sending.current = sending.current.then(send);
    return sending.current;

    async function send(): Promise<boolean> {
      const given = waiting.current;
      if (isEmpty(given)) return true;
      waiting.current = {};
      setState('saving');
      try {
        version.current = (await answer(page.id, { ...given, version: version.current })).version;
        await queries.invalidateQueries({ queryKey: keys.mapping(page.id) });
        if (isEmpty(waiting.current)) localStorage.removeItem(place);
        // The question chosen here stays: a page read a moment too early would turn back, and what is being typed would be gone.
        setUnsaved(({ at }) => ({ ...(at ? { at } : {}), ...waiting.current }));
        setState(isEmpty(waiting.current) ? 'saved' : 'saving');
        return true;
      } catch (error) {
        waiting.current = joined(given, waiting.current);
        setState('unsaved');
        showToast({ text: sayWhy(error), tone: 'bad', seconds: 12, kind: 'answers' });
        if (isPassing(error)) timer.current = setTimeout(() => void flush(), againMs);
        // Someone else's newer answers are fetched; what was written here stays in its field and goes with the next one.
        if (error instanceof ApiProblem && error.status === 409) await queries.invalidateQueries({ queryKey: keys.mapping(page.id) });
        return false;
      }
    }
  }, [page.id, place, queries, sayWhy]);

  const write = useCallback(
    (change: Change, soon = false) => {
      waiting.current = joined(waiting.current, change);
      localStorage.setItem(place, JSON.stringify(waiting.current));
      setUnsaved((before) => joined(before, change));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), soon ? 0 : settleMs);
    },
    [place, flush],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a crash left is sent once, when the page comes
  useEffect(() => {
    if (!isEmpty(waiting.current)) void flush();
    return () => void flush();
  }, [page.id]);

  const answers: MappingAnswers = { ...page.answers, ...unsaved.answers };
  return {
    answers,
    at: unsaved.at ?? page.at,
    secret: unsaved.secret ?? page.secret,
    language: unsaved.language ?? page.matter.language,
    contactWish: unsaved.contactWish === undefined ? page.customer.contactWish : unsaved.contactWish,
    write,
    flush,
    typed,
    state,
  };
}

export type Answering = ReturnType<typeof useAnswers>;

const nothingTyped = async (): Promise<boolean> => true;

/** @param add adds what the field holds, if anything, and tells whether nothing of it is left behind */
export function useTyped({ typed }: Answering, add: () => Promise<boolean>): void {
  useLayoutEffect(() => {
    typed.current = add;
    return () => {
      typed.current = nothingTyped;
    };
  });
}

/** The connection or the service, not what was answered. */
const isPassing = (error: unknown): boolean => isNoAnswer(error) || (error instanceof ApiProblem && error.status >= 500);

function joined(one: Change, other: Change): Change {
  const answers = { ...one.answers, ...other.answers };
  return { ...one, ...other, ...(isEmpty(answers) ? {} : { answers }) };
}

const isEmpty = (change: object): boolean => Object.keys(change).length === 0;

function readHere(place: string): Change {
  const kept = localStorage.getItem(place);
  try {
    return kept ? (JSON.parse(kept) as Change) : {};
  } catch {
    return {};
  }
}
