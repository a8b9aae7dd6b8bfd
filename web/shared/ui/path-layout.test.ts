import { describe, expect, test } from 'vitest';
import { layOut, type PathState } from './path-layout.ts';

type Step = { id: string; state: PathState; depth?: number; branch?: { course: 'away' | 'beside'; steps: Step[] } };

const step = (id: string, state: PathState = 'done', more: Partial<Step> = {}): Step => ({ id, state, ...more });
const lines = (steps: Step[]) =>
  layOut(steps).flatMap((row) =>
    [row, ...row.branch].map((one) => `${one.step.id} ${one.from}>${one.depth} ${one.above}/${one.below} ${one.rail}`),
  );

describe('the line of a path', () => {
  test('is solid up to now and dashed ahead', () => {
    expect(lines([step('a'), step('b', 'now'), step('c', 'next'), step('d', 'next')])).toEqual([
      'a 0>0 none/gone none',
      'b 0>0 gone/ahead none',
      'c 0>0 ahead/ahead none',
      'd 0>0 ahead/none none',
    ]);
  });

  test('goes down the tiers and back while the main line waits', () => {
    const down = [step('t2', 'done', { depth: 1 }), step('t3', 'done', { depth: 2 }), step('t2 again', 'done', { depth: 1 })];
    expect(lines([step('ask', 'done', { branch: { course: 'away', steps: down } }), step('reply', 'now')])).toEqual([
      'ask 0>0 none/gone none',
      't2 0>1 gone/gone waits',
      't3 1>2 gone/gone waits',
      't2 again 2>1 gone/gone waits',
      'reply 1>0 gone/none waits',
    ]);
  });

  test('stays at an authority that has not answered, and the way back is ahead', () => {
    const asked = step('ask', 'done', { branch: { course: 'away', steps: [step('t2', 'now', { depth: 1 })] } });
    expect(lines([asked, step('tell', 'next')])).toEqual([
      'ask 0>0 none/gone none',
      't2 0>1 gone/ahead waits',
      'tell 1>0 ahead/none waits',
    ]);
  });

  test('goes on beside a branch that runs at the same time, and does not come back from it', () => {
    const beside = step('plan', 'done', { branch: { course: 'beside', steps: [step('office'), step('handles', 'now')] } });
    expect(lines([beside, step('send', 'now'), step('then', 'next')])).toEqual([
      'plan 0>0 none/gone none',
      'office 0>1 gone/gone gone',
      'handles 1>1 gone/none gone',
      'send 0>0 gone/ahead none',
      'then 0>0 ahead/none none',
    ]);
  });

  test('what happens at the desk meanwhile stands on the waiting line, and the branch goes past it', () => {
    const meanwhile = [step('early', 'done', { depth: 0 }), step('t2', 'done', { depth: 1 }), step('note', 'done', { depth: 0 })];
    const asked = step('ask', 'done', { branch: { course: 'away', steps: [...meanwhile, step('t2 again', 'done', { depth: 1 })] } });
    const rows = layOut([asked, step('reply', 'now')]);
    expect(lines([asked, step('reply', 'now')])).toEqual([
      'ask 0>0 none/gone none',
      'early 0>0 gone/gone none',
      't2 0>1 gone/gone waits',
      'note 1>0 none/none waits',
      't2 again 1>1 gone/gone waits',
      'reply 1>0 gone/none waits',
    ]);
    expect(rows[0]?.branch.map((row) => row.past)).toEqual([0, 0, 1, 0]);
  });

  test('ends where the matter is when nothing follows', () => {
    const asked = step('ask', 'done', { branch: { course: 'away', steps: [step('t2', 'now', { depth: 1 })] } });
    expect(lines([asked])).toEqual(['ask 0>0 none/gone none', 't2 0>1 gone/none none']);
  });
});
