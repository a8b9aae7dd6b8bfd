import { useEffect, useRef } from 'react';

/** React Aria says its first sentence so many milliseconds late, for Safari. */
const LATE = 100;

/**
 * A button that waits for an answer is read anew by React Aria, which keeps what it says for seconds. Of a button that has gone with its
 * panel that would be a picture without words: it goes too.
 */
export function useUnsaid(id: string, isPending: boolean): void {
  const hasWaited = useRef(false);
  useEffect(() => {
    if (isPending) hasWaited.current = true;
  }, [isPending]);
  useEffect(
    () => () => {
      if (!hasWaited.current) return;
      forget(id);
      setTimeout(forget, 2 * LATE, id);
    },
    [id],
  );
}

function forget(id: string): void {
  for (const said of document.querySelectorAll(`[data-live-announcer] [aria-labelledby~="${CSS.escape(id)}"]`)) said.remove();
}
