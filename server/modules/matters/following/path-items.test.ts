import { describe, expect, test } from 'vitest';
import { ownStep, pathItems } from './path-items.ts';
import type { FollowPage } from './schema.ts';

type Step = FollowPage['steps'][number];
const step = (title: string, who: Step['who'], state: Step['state'], organisationId: string | null = null): Step => ({
  title,
  who,
  state,
  organisationId,
  place: '',
  at: null,
  deadlineAt: null,
  doneAt: null,
  unseen: false,
});
type Matter = Pick<FollowPage, 'steps' | 'state' | 'turn'>;
const matter = (steps: Step[], parts: Partial<Matter> = {}): Matter => ({ steps, state: 'open', turn: 'us', ...parts });

/** "done plan [done office=dvv, now notice]", as it is drawn. */
function drawn(of: Matter): string[] {
  const words = (item: ReturnType<typeof pathItems>[number]['branch'][number]) =>
    `${item.state} ${item.kind === 'step' ? item.step.title : item.kind === 'authority' ? `office=${item.organisationId}` : item.kind}`;
  return pathItems(of).map((item) => words(item) + (item.branch.length > 0 ? ` [${item.branch.map(words).join(', ')}]` : ''));
}

describe('a path', () => {
  test('begins with what was told and ends with whose turn it is', () => {
    expect(drawn(matter([]))).toEqual(['done told', 'now answer']);
    expect(drawn(matter([], { turn: 'you' }))).toEqual(['done told', 'now read']);
    expect(drawn(matter([], { state: 'closed', turn: 'done' }))).toEqual(['done told', 'done closed']);
  });

  test('shows one thing as now', () => {
    expect(drawn(matter([step('plan', 'staff', 'done'), step('copy', 'customer', 'now'), step('permit', 'staff', 'planned')]))).toEqual([
      'done told',
      'done plan',
      'now copy',
      'next permit',
    ]);
    expect(drawn(matter([step('plan', 'staff', 'done')]))).toEqual(['done told', 'done plan', 'now answer']);
  });

  test('an authority is a branch, headed once for each run of its steps', () => {
    const steps = [
      step('plan', 'staff', 'done'),
      step('sent', 'authority', 'done', 'dvv'),
      step('notice', 'authority', 'now', 'dvv'),
      step('benefit', 'authority', 'planned', 'kela'),
      step('meet', 'customer', 'planned'),
    ];
    expect(drawn(matter(steps))).toEqual([
      'done told',
      'done plan [done office=dvv, done sent, now notice, next office=kela, next benefit]',
      'next meet',
    ]);
  });

  test('a branch at the end is followed by our telling how it went', () => {
    expect(drawn(matter([step('sent', 'authority', 'now')]))).toEqual(['done told [done office=null, now sent]', 'next answer-later']);
  });
});

test('the customer’s own step is the one that is now, in an open matter', () => {
  const mine = step('copy', 'customer', 'now');
  expect(ownStep(matter([mine]))).toBe(mine);
  expect(ownStep(matter([step('copy', 'customer', 'planned'), step('permit', 'staff', 'now')]))).toBeUndefined();
  expect(ownStep(matter([mine], { state: 'closed' }))).toBeUndefined();
});
