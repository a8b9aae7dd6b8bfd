import { createContext, useContext, useId, useLayoutEffect, useRef } from 'react';
import { addShortcuts, openScope, pageScope, type Shortcut } from './shortcuts.ts';

export const Scope = createContext(pageScope);

/** The commands of this part of the screen, as long as it is there. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const scope = useContext(Scope);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const names = shortcuts.map((one) => `${one.keys} ${one.label}`).join('\n');
  useLayoutEffect(() => {
    // The commands run as they are when the key is pressed, not as they were when the screen came.
    const standing = latest.current.map((one, index) => ({
      ...one,
      run: one.run ? () => latest.current[index]?.run?.() : undefined,
    }));
    return names ? addShortcuts(scope, standing) : undefined;
  }, [scope, names]);
}

/** For something that takes the keys while it is open. Give the id to `Scope`. */
export function useOwnScope(): string {
  const id = useId();
  useLayoutEffect(() => openScope(id), [id]);
  return id;
}
