import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { TakenView } from '../../../shared/api/calendar.ts';
import type { Column } from './layout.ts';
import type { Moving, Target } from './use-moving.ts';

/** So far (pixels) a press may waver before it is a drag. */
const SLACK = 6;

export type Dragging = { x: number; y: number; over: string | null } | null;

/** Moving by mouse or pen. A finger scrolls: it moves by the command in the appointment's panel, and a tap on the new place. */
export function useDragging(moving: Moving) {
  const [dragging, setDragging] = useState<Dragging>(null);
  const latest = useRef(moving);
  latest.current = moving;
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  function begin(event: PointerEvent, taken: TakenView, column: Column): void {
    if (event.button !== 0 || event.pointerType === 'touch' || latest.current.carried) return;
    const [x, y] = [event.clientX, event.clientY];
    let isDrag = false;
    const onMove = ({ clientX, clientY }: globalThis.PointerEvent) => {
      if (!isDrag && Math.hypot(clientX - x, clientY - y) < SLACK) return;
      if (!isDrag) void latest.current.pickUp(taken, column, true);
      isDrag = true;
      setDragging({ x: clientX, y: clientY, over: targetAt(clientX, clientY) });
    };
    const onUp = ({ clientX, clientY }: globalThis.PointerEvent) => {
      end.current?.();
      if (!isDrag) return;
      swallowClick();
      const key = targetAt(clientX, clientY);
      const target = latest.current.carried?.targets?.find((one: Target) => one.key === key);
      if (target) void latest.current.putDown(target);
      else latest.current.putBack();
    };
    end.current = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      setDragging(null);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
  }
  return { dragging, begin };
}

/** Places begin each quarter and lie over one another: the hand means the one that began last, whichever is drawn on top. */
function targetAt(x: number, y: number): string | null {
  const there = document
    .elementsFromPoint(x, y)
    .filter((one): one is HTMLElement => one instanceof HTMLElement && one.dataset.target !== undefined);
  const latest = there.sort((a, b) => Number(b.dataset.row) - Number(a.dataset.row))[0];
  return latest?.dataset.target ?? null;
}

/** The press that ends a drag opens nothing. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, true));
}
