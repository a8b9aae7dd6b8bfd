import { useCallback, useEffect, useRef, useState } from 'react';
import { type DraftBody, dropDraft, keepDraft, readDraft } from '../../shared/api/desk.ts';
import { isoNow } from '../../shared/ui/time-format.ts';
import { useSession } from '../session.tsx';

export type DraftState = 'empty' | 'saving' | 'saved' | 'here-only';

/** Pause in typing after which the server keeps it (milliseconds). */
const settleMs = 800;

/**
 * What is being written, never lost: each change stays on this computer at once and on the server a moment later; the local copy goes
 * when the server has it, since a desk is shared. A copy left from a crash is newer than what the server has. `cameBack`: it was begun
 * before this page. `isRead`: what was kept before has come, so that writing now loses none of it.
 */
export function useDraft<Body extends DraftBody>(place: string, empty: Body, isEmpty: (body: Body) => boolean = () => false) {
  const { me } = useSession();
  const name = `polku-draft.${me.id}.${place}`;
  const first = useRef(empty);
  const [body, setBody] = useState<Body>(() => ({ ...empty, ...readHere<Body>(name) }));
  const [state, setState] = useState<DraftState>(() => (readHere(name) ? 'here-only' : 'empty'));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  const [isRead, setRead] = useState(false);
  const [cameBack, setCameBack] = useState(() => readHere(name) !== null);

  const save = useCallback(
    async (next: Body) => {
      setState('saving');
      try {
        await keepDraft(place, next);
        localStorage.removeItem(name);
        setState('saved');
        setSavedAt(isoNow());
      } catch {
        setState('here-only');
      }
    },
    [place, name],
  );

  useEffect(() => {
    const left = readHere<Body>(name);
    if (left) {
      setRead(true);
      return void save({ ...first.current, ...left });
    }
    const reading = readDraft(place).then(
      (kept) => {
        if (!kept.body || touched.current) return;
        setBody({ ...first.current, ...kept.body } as Body);
        setCameBack(true);
        setState('saved');
        setSavedAt(kept.updatedAt);
      },
      () => setState('here-only'),
    );
    void reading.then(() => setRead(true));
  }, [place, name, save]);

  const write = useCallback(
    (change: Partial<Body>) => {
      touched.current = true;
      setBody((before) => {
        const next = { ...before, ...change };
        // Choosing where or how to write is not yet writing: there is nothing to keep.
        if (isEmpty(before) && isEmpty(next)) return next;
        localStorage.setItem(name, JSON.stringify(next));
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void save(next), settleMs);
        return next;
      });
    },
    [name, save, isEmpty],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    localStorage.removeItem(name);
    setBody(first.current);
    setState('empty');
    setCameBack(false);
    // Left behind, it would come back as a text already sent; the next save replaces it.
    void dropDraft(place).catch(() => {});
  }, [place, name]);

  return { body, write, clear, state, savedAt, cameBack, isRead };
}

function readHere<Body>(name: string): Body | null {
  const kept = localStorage.getItem(name);
  try {
    return kept ? (JSON.parse(kept) as Body) : null;
  } catch {
    return null;
  }
}
