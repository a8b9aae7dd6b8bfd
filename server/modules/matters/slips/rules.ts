import { randomInt } from 'node:crypto';
import { APART } from '../number.ts';

/** Days a slip opens something: a paper found again after that is handed in for a new one. */
export const SLIP_DAYS = 180;
/** What a slip opens in a browser closes by itself: the computer may be everybody's. */
export const OPEN_FOR = { hours: 1 };
export const MOST_TRIES = 5;

const PIN_DIGITS = 6;

export function newPin(): string {
  return String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
}

/** As people read it from paper ("482 915", "48-29-15"); null when it cannot be a PIN. */
export function readPin(words: string): string | null {
  const digits = words.replace(APART, '');
  return digits.length === PIN_DIGITS && /^\d+$/.test(digits) ? digits : null;
}

/** In two halves, as it is printed and said. */
export const sayPin = (pin: string): string => `${pin.slice(0, 3)} ${pin.slice(3)}`;

export type SlipState = 'none' | 'open' | 'locked' | 'expired';

type Tries = { tries: number; deskTries: number };

/** At whichever door fewer are left. */
export const triesLeft = ({ tries, deskTries }: Tries): number => MOST_TRIES - Math.max(tries, deskTries);

export function stateOf(slip: (Tries & { expiresAt: Temporal.Instant }) | undefined, now: Temporal.Instant): SlipState {
  if (!slip) return 'none';
  if (Temporal.Instant.compare(slip.expiresAt, now) <= 0) return 'expired';
  return triesLeft(slip) <= 0 ? 'locked' : 'open';
}

/** Not longer than the slip itself. */
export function passingUntil(slip: { expiresAt: Temporal.Instant }, now: Temporal.Instant): Temporal.Instant {
  const hour = now.add(OPEN_FOR);
  return Temporal.Instant.compare(hour, slip.expiresAt) < 0 ? hour : slip.expiresAt;
}
