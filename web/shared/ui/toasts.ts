import { useSyncExternalStore } from 'react';

export type Toast = {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  /** Milliseconds of the epoch. */
  until: number;
  undo?: (() => void | Promise<void>) | undefined;
  /** Of one kind only the newest is shown: the one before it is done with. */
  kind?: string | undefined;
};

type Said = Pick<Toast, 'text' | 'undo' | 'kind'> & { tone?: Toast['tone']; seconds?: number };

/** A deed may be taken back for this long (visual.md). */
export const undoSeconds = 60;

let toasts: Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says what was done; with `undo` it stays for a minute, otherwise for eight seconds. Returns how to take it away. */
export function showToast({ text, tone = 'good', undo, kind, seconds = undo ? undoSeconds : 8 }: Said): () => void {
  const id = ++lastId;
  const others = toasts.filter((toast) => kind === undefined || toast.kind !== kind);
  change([...others, { id, text, tone, until: Date.now() + seconds * 1000, undo, kind }].slice(-3));
  setTimeout(() => dismissToast(id), seconds * 1000);
  return () => dismissToast(id);
}

export function dismissToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id));
}

/** A refusal is said of what one was doing: once that is done, or left, it is no longer so. */
export function dismissRefusals(): void {
  if (toasts.some((toast) => toast.tone === 'bad')) change(toasts.filter((toast) => toast.tone !== 'bad'));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
