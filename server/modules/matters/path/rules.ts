export type PathStep = { id: string; state: string };

/**
 * Moves a step to a 1-based place and gives it a state; then marks exactly one step as now: the first that is not done. Someone who
 * looks at a path always sees one next thing (visual.md: done, now, next).
 */
export function arrange(
  steps: PathStep[],
  change: { id: string; position?: number | undefined; state?: string | undefined },
): { id: string; position: number; state: string }[] {
  const changed = steps.map((step) => (step.id === change.id && change.state ? { ...step, state: change.state } : { ...step }));
  return markNow(moved(changed, change.id, change.position));
}

function moved(steps: PathStep[], id: string, position: number | undefined): PathStep[] {
  const step = steps.find((one) => one.id === id);
  if (!step || position === undefined) return steps;
  const others = steps.filter((one) => one.id !== id);
  return [...others.slice(0, position - 1), step, ...others.slice(position - 1)];
}

function markNow(steps: PathStep[]): { id: string; position: number; state: string }[] {
  const explicit = steps.find((step) => step.state === 'now');
  const now = explicit ?? steps.find((step) => step.state === 'planned');
  return steps.map((step, index) => ({ id: step.id, position: index + 1, state: stateOf(step, step === now) }));
}

function stateOf(step: PathStep, isNow: boolean): string {
  if (step.state === 'done' || step.state === 'dropped') return step.state;
  return isNow ? 'now' : 'planned';
}
