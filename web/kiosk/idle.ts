import { button, part } from '../shared/device/part.ts';
import { filled } from './texts/texts.ts';
import type { App } from './types.ts';

const QUIET_S = 45;
const WARNED_S = 15;

let quiet = 0;
let warning: HTMLDialogElement | undefined;

/** Nobody has touched anything for a while: first asked, then wiped. Any touch or key says that somebody is there. */
export function watchIdle(app: App, isAtStart: () => boolean): void {
  for (const sign of ['pointerdown', 'keydown', 'input']) document.addEventListener(sign, stillHere, { capture: true });
  setInterval(() => {
    if (isAtStart()) return stillHere();
    quiet++;
    if (quiet >= QUIET_S + WARNED_S) {
      stillHere();
      app.startOver();
    } else if (quiet >= QUIET_S) warn(app);
  }, 1_000);
}

function stillHere(): void {
  quiet = 0;
  warning?.remove();
  warning = undefined;
}

function warn(app: App): void {
  const left = filled(app.t.wiping, { seconds: QUIET_S + WARNED_S - quiet });
  if (warning) {
    (warning.querySelector('p') as HTMLElement).textContent = left;
    return;
  }
  warning = part(
    'dialog',
    'k-warning',
    part('h2', '', app.t.stillThere),
    part('p', '', left),
    button('button primary', stillHere, app.t.goOn),
  );
  warning.setAttribute('role', 'alertdialog');
  (warning.firstElementChild as HTMLElement).id = 'still-there';
  warning.setAttribute('aria-labelledby', 'still-there');
  const before = document.activeElement as HTMLElement | null;
  warning.addEventListener('close', stillHere);
  document.body.append(warning);
  warning.showModal();
  const gone = new MutationObserver(() => {
    if (document.querySelector('.k-warning')) return;
    gone.disconnect();
    before?.focus();
  });
  gone.observe(document.body, { childList: true });
}
