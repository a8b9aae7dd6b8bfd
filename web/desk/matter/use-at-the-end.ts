import { type RefObject, useEffect } from 'react';

/** Nearer the end than this (px) is at the end. */
const near = 24;

/**
 * One opens a matter to see where it stands, not how it began: the region begins at its end, with what is now in sight, and stays there
 * when words arrive or the writing place below grows. Who scrolls up stays where they are.
 */
export function useAtTheEnd(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = region.current;
    const content = box?.querySelector('.path');
    if (!box || !content) return;
    let isAtEnd = true;
    const toEnd = () => {
      // Where the whole page scrolls instead (a narrow screen), it begins with the name of the matter.
      if (!isAtEnd || box.scrollHeight <= box.clientHeight) return;
      box.scrollTo({ top: box.scrollHeight });
      box.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' });
    };
    // Only the reader's own scrolling counts: growing moves the end away too.
    const onReader = () => {
      requestAnimationFrame(() => {
        isAtEnd = box.scrollHeight - box.clientHeight - box.scrollTop < near;
      });
    };
    const gestures = ['wheel', 'touchmove', 'keydown', 'pointerup'] as const;
    for (const gesture of gestures) box.addEventListener(gesture, onReader, { passive: true });
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(box);
    sizes.observe(content);
    return () => {
      sizes.disconnect();
      for (const gesture of gestures) box.removeEventListener(gesture, onReader);
    };
  }, [region]);
}
