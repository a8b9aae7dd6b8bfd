import type { App } from './types.ts';
import { hideWarning, isWarned, showWarning } from './warning.ts';
import { hasOpened, show } from './windows.ts';

/** One stretch of a sitting; asking for more begins it anew. */
export const STRETCH_S = 15 * 60;
const WARNED_S = 60;
/** Where no service is open, nobody sits here who touches nothing for so long. In a service one types where this page hears nothing. */
const QUIET_S = 150;

let quiet = 0;
let last = performance.now();

/** Ends a sitting that nobody goes on with, and asks a minute before. `onMinute`: what is told of the time has changed. */
export function watchTime(app: App, isSitting: () => boolean, onMinute: () => void): void {
  for (const sign of ['pointerdown', 'keydown', 'input']) document.addEventListener(sign, touched, { capture: true });
  setInterval(tick, 1_000);

  /** By the monotonic clock: timers of a page that is covered run late. */
  function tick(): void {
    const passed = Math.round((performance.now() - last) / 1_000);
    if (passed < 1) return;
    last += passed * 1_000;
    if (!isSitting()) {
      quiet = 0;
      hideWarning();
      return;
    }
    const minutes = minutesOf(app.left);
    app.left = Math.max(0, app.left - passed);
    quiet += passed;
    const ends = hasOpened() ? app.left : Math.min(app.left, QUIET_S + WARNED_S - quiet);
    if (ends <= 0) app.end(null, '');
    else if (ends <= WARNED_S) warn(ends);
    if (minutes !== minutesOf(app.left)) onMinute();
  }

  function warn(seconds: number): void {
    if (!isWarned()) show('whole');
    showWarning(app, seconds, () => {
      quiet = 0;
      app.addTime();
      if (hasOpened()) show('bar');
    });
  }

  function touched(): void {
    const wasQuiet = quiet >= QUIET_S && app.left > WARNED_S && !hasOpened();
    quiet = 0;
    if (wasQuiet) hideWarning();
  }
}

export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);
