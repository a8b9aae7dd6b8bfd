import { describe, expect, test } from 'vitest';
import { CALM_MS, frameAfter, framesOf, isCalm } from './frames.ts';
import type { Here, Slide } from './types.ts';

const names = (text: string) => ({ fi: text, sv: text, en: text });
const slide = (id: string, kind: Slide['kind'] = 'words'): Slide => ({
  ...{ id, kind, body: null, alt: null, picture: null, seconds: 12 },
  title: kind === 'words' ? names(id) : null,
});
const here = (name: string): Here => ({ name: names(name), hours: [], isHere: true, direction: null, place: null });
const of = (slides: Slide[], today: Here[], byTurns = false) => framesOf({ slides, today, languages: ['fi', 'sv'], byTurns });
const keys = (frames: readonly { key: string }[]) => frames.map(({ key }) => key);

describe('the slides of a round', () => {
  test('all languages at once, or one after another', () => {
    expect(keys(of([slide('a'), slide('b')], []))).toEqual(['a 0 fi sv', 'b 0 fi sv']);
    expect(keys(of([slide('a')], [], true))).toEqual(['a 0 fi', 'a 0 sv']);
  });

  test('today’s authorities as many as are read at once, evenly; none when nobody is here', () => {
    const seven = ['1', '2', '3', '4', '5', '6', '7'].map(here);
    expect(of([slide('t', 'today')], seven).map((frame) => frame.here.length)).toEqual([4, 3]);
    const inThree = framesOf({ slides: [slide('t', 'today')], today: seven.slice(0, 5), languages: ['fi', 'sv', 'en'], byTurns: false });
    expect(inThree.map((frame) => frame.here.length)).toEqual([3, 2]);
    expect(of([slide('t', 'today')], [])).toEqual([]);
  });

  test('what is too long for all languages at once says one at a time', () => {
    const long = { ...slide('a'), body: names('rivi\nrivi\nrivi\nrivi\nrivi') };
    expect(keys(of([long], []))).toEqual(['a 0 fi sv']);
    expect(keys(of([{ ...long, picture: '/x' }], []))).toEqual(['a 0 fi', 'a 0 sv']);
    expect(keys(of([{ ...long, body: names('x'.repeat(320)) }], []))).toEqual(['a 0 fi', 'a 0 sv']);
  });

  test('go round, and begin anew when the shown one is gone', () => {
    const frames = of([slide('a'), slide('b')], []);
    expect(frameAfter(frames, undefined)?.key).toBe('a 0 fi sv');
    expect(frameAfter(frames, frames[0])?.key).toBe('b 0 fi sv');
    expect(frameAfter(frames, frames[1])?.key).toBe('a 0 fi sv');
    expect(frameAfter(of([slide('c')], []), frames[1])?.key).toBe('c 0 fi sv');
    expect(frameAfter([], frames[1])).toBeUndefined();
  });

  test('wait for a call to be read, and for the numbers to be true', () => {
    expect([isCalm(0, false), isCalm(CALM_MS - 1, false), isCalm(CALM_MS, false), isCalm(CALM_MS, true)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});
