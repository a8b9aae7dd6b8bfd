import type { StepState } from '../types.ts';
import type { DeedInput } from './schema.ts';

type Deed = DeedInput['deed'];

/** In which states of the present step each deed makes sense. */
const fitting: Record<Exclude<Deed, 'undone'>, readonly StepState[]> = {
  recalled: ['called'],
  serving: ['called'],
  parked: ['called', 'serving'],
  returned: ['called', 'serving', 'parked'],
  moved: ['waiting', 'called', 'serving', 'parked'],
  continued: ['waiting', 'called', 'serving', 'parked'],
  finished: ['called', 'serving'],
  'no-show': ['called'],
  left: ['waiting', 'called', 'serving', 'parked'],
  later: ['waiting', 'called'],
  excluded: ['waiting', 'called'],
};

export const fits = (deed: Exclude<Deed, 'undone'>, state: StepState): boolean => fitting[deed].includes(state);

export const isOpenStep = ({ state }: { state: StepState }): boolean => ['waiting', 'called', 'serving', 'parked'].includes(state);

/** A misclick is seen at once; later the visitor has heard of it. */
export const UNDO_SECONDS = 60;

export const mayUndo = (deedAt: Temporal.Instant, now: Temporal.Instant): boolean => now.since(deedAt).total('seconds') <= UNDO_SECONDS;
