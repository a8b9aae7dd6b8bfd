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

export type TimedStep = PathStep & { at: Temporal.Instant | null };

/**
 * A step of which a time was agreed, or moved, stands where it belongs among the coming steps that have one. How people have put the others
 * stays, and so does its own place while no other time speaks against it. Of two that have a time the earlier is now.
 */
export function standByTime(steps: TimedStep[], id: string): { id: string; position: number; state: string }[] {
  const index = steps.findIndex((one) => one.id === id);
  const at = steps[index]?.at;
  if (!at) return arrange(steps, { id });
  const later = steps.findIndex((one) => isToCome(one) && one.at && Temporal.Instant.compare(one.at, at) > 0);
  const earlier = steps.findLastIndex((one) => isToCome(one) && one.at && Temporal.Instant.compare(one.at, at) < 0);
  const position = later !== -1 && later < index ? later + 1 : earlier > index ? earlier + 1 : undefined;
  return arrange(nowByTime(steps, { id, at, fallsBack: position !== undefined && position > index }), { id, position });
}

type Placed = { id: string; at: Temporal.Instant; fallsBack: boolean };

/** What was now goes on to the step when it comes before it, and from the step to the first one when that falls back. */
function nowByTime(steps: TimedStep[], { id, at, fallsBack }: Placed): PathStep[] {
  const now = steps.find(({ state }) => state === 'now');
  const isOwn = now?.id === id;
  const gives = now && (isOwn ? fallsBack : now.at !== null && Temporal.Instant.compare(now.at, at) > 0);
  if (!gives) return steps;
  return steps.map((one) => (one === now ? { ...one, state: 'planned' } : one.id === id ? { ...one, state: 'now' } : one));
}

const isToCome = ({ state }: PathStep): boolean => state === 'planned' || state === 'now';

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
