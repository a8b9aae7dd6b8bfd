import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { KnowledgeHit } from '../../shared/api/knowledge.ts';

/** What stands beside the work: a card, a guide, or another thing that the search found. */
export type Beside = { kind: 'card'; id: string } | { kind: 'guide'; id: string } | { kind: 'found'; hit: KnowledgeHit };

/** A card as it was used: by its name in the reader's language, and whose service it is about. */
export type UsedCard = { id: string; name: string; organisationId: string | null };

/** What a card can do to the work one has open. */
export type Work = {
  /** The language of the matter: answers are offered in it. */
  language: string;
  /** Where the answers go. */
  into: 'message' | 'note';
  insert: (text: string) => void;
  /** Opened while this work was in front. */
  opened?: (cardId: string) => void;
  forward?: ((unitId: string | null, title: string, personId?: string | null) => void) | undefined;
  /** The customer has been answered with the card: what is left is to end the contact. */
  answered?: ((card: UsedCard) => void) | undefined;
};

type BesideDesk = {
  beside: Beside | null;
  show: (beside: Beside) => void;
  close: () => void;
  work: Work | null;
  setWork: (work: Work | null) => void;
  /** A matter that was just opened by answering its first call with a card. */
  answeredNow: { current: { matterId: string; cardId: string } | null };
  /** A question that waits for its matter to open. */
  askNow: { current: { matterId: string; unitId: string; personId: string | null } | null };
};

const Desk = createContext<BesideDesk | null>(null);

/** One thing at a time stands beside the work, whichever place of the desk one is in. */
export function BesideDesk({ children }: { children: ReactNode }) {
  const [beside, setBeside] = useState<Beside | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const answeredNow = useRef<{ matterId: string; cardId: string } | null>(null);
  const askNow = useRef<{ matterId: string; unitId: string; personId: string | null } | null>(null);
  const desk = useMemo(
    () => ({ beside, show: setBeside, close: () => setBeside(null), work, setWork, answeredNow, askNow }),
    [beside, work],
  );
  return <Desk value={desk}>{children}</Desk>;
}

export function useBeside(): BesideDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error('nothing stands beside the work here');
  return desk;
}

/** Lets cards act on this work as long as it is open; the last of two on the screen. */
export function useWork(work: Work | null): void {
  const { setWork } = useBeside();
  const latest = useRef(work);
  latest.current = work;
  const [isThere, language, into] = [work !== null, work?.language ?? '', work?.into ?? 'message'];
  const [canForward, canAnswer] = [work?.forward !== undefined, work?.answered !== undefined];
  useEffect(() => {
    if (!isThere) return undefined;
    const standing: Work = {
      language,
      into,
      insert: (text) => latest.current?.insert(text),
      opened: (cardId) => latest.current?.opened?.(cardId),
      forward: canForward ? (unitId, title, personId) => latest.current?.forward?.(unitId, title, personId) : undefined,
      answered: canAnswer ? (card) => latest.current?.answered?.(card) : undefined,
    };
    setWork(standing);
    return () => setWork(null);
  }, [isThere, language, into, canForward, canAnswer, setWork]);
}
