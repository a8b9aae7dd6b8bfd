/**
 * Services forbid being framed, and their sign-ins cut every tie to the window that opened them: a page alone can neither put its bar
 * beside them nor close them nor forget their cookies. The program that runs the computer's browser can (docs/decisions/0009), and gives
 * the page this one function. Without it a service opens in a tab, and the visitor is asked to close it.
 */
type Host = (message: string) => void;
type Message = { open: string } | { show: 'bar' | 'whole' } | { wipe: true };

declare global {
  interface Window {
    polkuComputer?: Host;
  }
}

export const isHosted = (): boolean => typeof window.polkuComputer === 'function';
let opened = 0;

/** Whether a service has been opened in this sitting. */
export const hasOpened = (): boolean => opened > 0;

export function openWindow(address: string): void {
  opened++;
  const open = new URL(address, location.origin).href;
  if (isHosted()) tell({ open });
  else window.open(open, '_blank', 'noopener');
}

/** The whole window, above the services; or the bar alone, with them beneath it. */
export function show(what: 'bar' | 'whole'): void {
  if (isHosted()) tell({ show: what });
}

/** Closes every window that was opened, and has the browser forget them. @returns whether that is certain */
export async function closeWindows(): Promise<boolean> {
  const wasAny = hasOpened();
  opened = 0;
  if (!isHosted()) return !wasAny;
  const wiped = new Promise<void>((resolve) => addEventListener('polku-wiped', () => resolve(), { once: true }));
  tell({ wipe: true });
  await wiped;
  return true;
}

function tell(message: Message): void {
  window.polkuComputer?.(JSON.stringify(message));
}
