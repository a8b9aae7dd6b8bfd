import type { Call, Moved, View } from './types.ts';

/** As many as can be read from ten metres: one large, four small. */
const SHOWN = 5;
const MOST_KNOWN = 12;

/** Who has not come yet is shown before those who have; of each, the latest first. */
export function inView(calls: readonly Call[]): Call[] {
  return [...calls.filter(({ isNow }) => isNow), ...calls.filter(({ isNow }) => !isNow)].slice(0, SHOWN);
}

/** The list after something was told; `rings` when somebody is called, now or again. */
export function afterMove(calls: readonly Call[], moved: Moved, shows: View['shows']): { calls: Call[]; rings: Call | undefined } {
  const { deed, code, counter, appointment, at, language } = moved;
  const others = calls.filter((call) => call.code !== code);
  const known = calls.find((call) => call.code === code);
  if (shows !== 'all' && appointment !== (shows === 'appointments')) return { calls: [...calls], rings: undefined };
  if ((deed === 'called' || deed === 'recalled') && counter) {
    const call: Call = { code, counter, at, calls: moved.calls, language, appointment, isNow: true };
    return { calls: [call, ...others].slice(0, MOST_KNOWN), rings: call };
  }
  // Who has come stays to be read for a while; who goes back to wait, or was called by mistake, does not.
  if (deed === 'serving' || deed === 'finished' || deed === 'continued') {
    return { calls: known ? calls.map((call) => (call === known ? { ...call, isNow: false } : call)) : [...calls], rings: undefined };
  }
  if (deed === 'undone' && counter) return { calls: [...calls], rings: undefined };
  return {
    calls: ['parked', 'returned', 'moved', 'later', 'excluded', 'no-show', 'left', 'undone'].includes(deed) ? others : [...calls],
    rings: undefined,
  };
}
