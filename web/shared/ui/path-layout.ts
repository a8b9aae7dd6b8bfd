/** Where the line of a path goes: pure, so that every surface draws the same matter alike. */

export type PathState = 'done' | 'now' | 'next';
export type Line = 'none' | 'gone' | 'ahead';

export type Laid<Step> = {
  step: Step;
  depth: number;
  /** The depth the line comes from: another than `depth` when it goes to an authority or back. */
  from: number;
  above: Line;
  below: Line;
  /** The main line beside a branch: it waits while the matter is away, and goes on when the branch runs beside it. */
  rail: 'none' | 'waits' | 'gone' | 'ahead';
  /** The depth of a branch that goes on past this step of the main line; 0 when there is none. */
  past: number;
  branch: Laid<Step>[];
};

type Stepped<Step> = { state: PathState; depth?: number; branch?: { course: 'away' | 'beside'; steps: Step[] } | undefined };

/** Lines to and between the steps: solid as far as the matter has come, dashed ahead. */
export function layOut<Step extends Stepped<Step>>(steps: readonly Step[]): Laid<Step>[] {
  return steps.map((step, index) => {
    const before = steps[index - 1];
    const after = steps[index + 1];
    const back = before?.branch?.course === 'away' ? lastDepth(before.branch.steps) : 0;
    return {
      step,
      depth: 0,
      from: back,
      above: before ? lineTo(step) : 'none',
      below: lineTo(firstAway(step) ?? after),
      rail: back > 0 ? 'waits' : 'none',
      past: 0,
      branch: layBranch(step, after),
    };
  });
}

function layBranch<Step extends Stepped<Step>>(parent: Step, after: Step | undefined): Laid<Step>[] {
  const steps = parent.branch?.steps ?? [];
  const away = parent.branch?.course === 'away';
  const rail = railBeside(away, after);
  return steps.map((step, index) => {
    const from = lastDepth(steps.slice(0, index));
    // Something of the main line while the branch is out: its node stands on the rail, the branch goes past it.
    if (step.depth === 0 && from > 0) return { step, depth: 0, from, above: 'none', below: 'none', rail, past: from, branch: [] };
    const below = lineTo(steps[index + 1] ?? (away ? after : undefined));
    return { step, depth: depthOf(step), from, above: lineTo(step), below, rail: step.depth === 0 ? 'none' : rail, past: 0, branch: [] };
  });
}

function railBeside(away: boolean, after: Stepped<never> | { state: PathState } | undefined): Laid<never>['rail'] {
  if (!after) return 'none';
  return away ? 'waits' : (lineTo(after) as 'gone' | 'ahead');
}

function firstAway<Step extends Stepped<Step>>(step: Step): Step | undefined {
  return step.branch?.course === 'away' ? step.branch.steps[0] : undefined;
}

function lastDepth<Step extends { depth?: number }>(steps: readonly Step[]): number {
  return steps.findLast((step) => step.depth !== 0)?.depth ?? (steps.some((step) => step.depth !== 0) ? 1 : 0);
}

function depthOf(step: { depth?: number } | undefined): number {
  return step?.depth ?? 1;
}

function lineTo(step: { state: PathState } | undefined): Line {
  if (!step) return 'none';
  return step.state === 'next' ? 'ahead' : 'gone';
}
