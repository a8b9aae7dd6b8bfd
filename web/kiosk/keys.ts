import { button, part } from '../shared/device/part.ts';
import { sign } from './sign.ts';
import type { Texts } from './texts/texts.ts';

const DIGITS = '1234567890';
const LETTERS = 'QWERTYUIOPÅASDFGHJKLÖÄZXCVBNM-';

/** On-screen keys that write into a field, for a screen without a keyboard; a real keyboard or a reader writes into it as well. */
export function keysFor(field: HTMLInputElement, kind: 'code' | 'digits' | 'words', t: Texts): HTMLElement {
  const write = (next: (value: string) => string) => {
    field.value = next(field.value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const signs = kind === 'digits' ? `${DIGITS}+` : kind === 'code' ? DIGITS + LETTERS : LETTERS;
  const keys = [...signs].map((one) => button('', () => write((value) => value + one), one));
  if (kind === 'words') keys.push(button('wide', () => write((value) => `${value} `), t.space));
  const wipe = button('wide', () => write((value) => value.slice(0, -1)), sign('back'));
  wipe.setAttribute('aria-label', t.wipe);
  const group = part('div', `k-keys ${kind}`, ...keys, wipe);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', t.keys);
  return group;
}
