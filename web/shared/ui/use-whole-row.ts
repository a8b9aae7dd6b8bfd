import { type SyntheticEvent, useRef } from 'react';

/**
 * A list closes when what it hangs on is scrolled, and pressing a row half out of sight scrolls it: the list would go as it came. So
 * such a press first brings the row into sight, and the list is opened once that has been drawn.
 */
export function useWholeRow(open: (row: HTMLElement) => void) {
  const held = useRef(false);
  const hold = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onPointerDownCapture: (event: SyntheticEvent<HTMLElement>) => {
      const row = event.currentTarget;
      held.current = bringIntoSight(row);
      if (!held.current) return;
      hold(event);
      requestAnimationFrame(() => requestAnimationFrame(() => open(row)));
    },
    onMouseDownCapture: (event: SyntheticEvent) => {
      if (held.current) hold(event);
    },
    onClickCapture: (event: SyntheticEvent) => {
      if (held.current) hold(event);
      held.current = false;
    },
  };
}

/** Whether it had to be moved. */
function bringIntoSight(row: HTMLElement): boolean {
  const before = row.getBoundingClientRect().top;
  row.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return row.getBoundingClientRect().top !== before;
}
