import type { Queue, QueueInput } from '../../../shared/api/queues.ts';
import { pick } from '../edit/three-way.ts';
import { missingFields, missingNames, noNames } from '../fields/missing.ts';

export type QueueDetails = Required<QueueInput>;

const fields = [
  ...(['organisationId', 'kind', 'serviceId', 'situation', 'name', 'prefix'] as const),
  ...(['position', 'atKiosk', 'opening', 'usualMinutes', 'active'] as const),
];

export const queueDetails = (queue: Queue) => pick(queue, fields) as QueueDetails;

export const noQueue: QueueDetails = {
  organisationId: '',
  kind: 'authority',
  serviceId: null,
  situation: null,
  name: noNames,
  prefix: '',
  position: 0,
  atKiosk: true,
  opening: null,
  usualMinutes: null,
  active: true,
};

/** A new one stands last. */
export const lastPlace = (all: readonly { position: number }[]) => Math.max(-1, ...all.map(({ position }) => position)) + 1;

export const missingInQueue = (value: QueueDetails) => [
  ...missingFields(value, ['organisationId']),
  ...(value.kind === 'situation' ? missingFields(value, ['situation']) : []),
  ...missingNames('name', value.name),
  ...missingFields(value, ['prefix']),
];
