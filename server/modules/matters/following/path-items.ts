import type { FollowPage } from './schema.ts';

export type PathState = 'done' | 'now' | 'next';
type Step = FollowPage['steps'][number];

/** One thing on a resident's path: a step, or what every path has besides its steps. */
export type PathItem = { state: PathState } & (
  | { kind: 'told' | 'answer' | 'read' | 'answer-later' | 'closed' }
  | { kind: 'step'; step: Step }
  | { kind: 'authority'; organisationId: string | null; unseen: boolean }
);
export type MainItem = PathItem & { branch: PathItem[] };

/**
 * A path always begins with the customer telling the matter and always shows one thing as now, or that it has ended. What an authority
 * does is a branch beside the main line, under the step after which it began.
 */
export function pathItems({ steps, state, turn }: Pick<FollowPage, 'steps' | 'state' | 'turn'>): MainItem[] {
  const items: MainItem[] = [{ kind: 'told', state: 'done', branch: [] }];
  for (const step of steps) {
    const last = items.at(-1) as MainItem;
    if (step.who === 'authority') last.branch.push(...branchItems(last.branch, step));
    else items.push({ kind: 'step', step, state: stateOf(step), branch: [] });
  }
  return [...items, ...ending(items, state, turn)];
}

/** The step that is the customer's own and now, if any: the biggest thing on the page. */
export function ownStep({ steps, state }: Pick<FollowPage, 'steps' | 'state'>): Step | undefined {
  return state === 'open' ? steps.find((step) => step.state === 'now' && step.who === 'customer') : undefined;
}

function branchItems(branch: PathItem[], step: Step): PathItem[] {
  const item: PathItem = { kind: 'step', step, state: stateOf(step) };
  const before = branch.findLast((each) => each.kind === 'step');
  const same = before?.kind === 'step' && before.step.organisationId === step.organisationId;
  if (same) return [item];
  return [
    { kind: 'authority', organisationId: step.organisationId, unseen: step.unseen, state: item.state === 'next' ? 'next' : 'done' },
    item,
  ];
}

function ending(items: MainItem[], state: FollowPage['state'], turn: FollowPage['turn']): MainItem[] {
  if (state === 'closed') return [{ kind: 'closed', state: 'done', branch: [] }];
  const all = items.flatMap((item) => [item, ...item.branch]);
  if (!all.some((item) => item.state === 'now')) return [{ kind: turn === 'you' ? 'read' : 'answer', state: 'now', branch: [] }];
  return items.at(-1)?.branch.length ? [{ kind: 'answer-later', state: 'next', branch: [] }] : [];
}

const stateOf = ({ state }: Step): PathState => (state === 'planned' ? 'next' : state);
