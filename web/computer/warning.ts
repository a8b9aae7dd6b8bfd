import { button, part } from '../shared/device/part.ts';
import { filled } from './texts/texts.ts';
import type { App } from './types.ts';

let warning: HTMLDialogElement | undefined;
let before: HTMLElement | null = null;

export const isWarned = (): boolean => warning !== undefined;

/** Asks whether somebody is still there; what is left counts down in it, and is heard once. */
export function showWarning({ t }: App, seconds: number, goOn: () => void): void {
  const words = filled(t.ends, { seconds });
  if (warning) {
    (warning.querySelector('.c-seconds') as HTMLElement).textContent = words;
    return;
  }
  before = document.activeElement as HTMLElement | null;
  const title = part('h2', '', t.stillThere);
  title.id = 'still-there';
  const left = part('p', 'c-seconds', words);
  left.id = 'still-there-left';
  const answer = () => {
    hideWarning();
    goOn();
  };
  warning = part('dialog', 'c-warning', title, left, button('button primary', answer, t.goOn));
  warning.setAttribute('role', 'alertdialog');
  warning.setAttribute('aria-labelledby', title.id);
  warning.setAttribute('aria-describedby', left.id);
  warning.addEventListener('cancel', (event) => {
    event.preventDefault();
    answer();
  });
  document.body.append(warning);
  warning.showModal();
}

export function hideWarning(): void {
  if (!warning) return;
  warning.remove();
  warning = undefined;
  if (before?.isConnected) before.focus();
}
