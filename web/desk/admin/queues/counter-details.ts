import type { Counter, CounterInput } from '../../../shared/api/queues.ts';
import { pick } from '../edit/three-way.ts';
import { missingNames, noNames } from '../fields/missing.ts';

export type CounterDetails = Required<CounterInput>;

export const counterKinds = ['desk', 'room', 'safety', 'meeting', 'remote'] as const;

const fields = ['kind', 'name', 'direction', 'suits', 'position', 'active', 'queueIds'] as const;
/** Which queues it serves has no order: the point's one order of waiting goes over them all. */
export const counterDetails = (counter: Counter) => {
  const details = pick(counter, fields) as CounterDetails;
  return { ...details, queueIds: details.queueIds.toSorted(), suits: details.suits.toSorted() };
};

export const noCounter: CounterDetails = {
  kind: 'desk',
  name: noNames,
  direction: null,
  suits: [],
  position: 0,
  active: true,
  queueIds: [],
};

export const missingInCounter = (value: CounterDetails) => missingNames('name', value.name);
