import type { z } from 'zod';
import type * as device from '../../../server/modules/queue/devices/schema.ts';
import type * as point from '../../../server/modules/queue/points/schema.ts';
import { newKey, request } from './request.ts';

/** As they go over the wire. */
export type QueueSetUp = z.input<typeof point.SetUp>;
export type Queue = QueueSetUp['queues'][number];
export type Counter = QueueSetUp['counters'][number];
export type OrderPolicy = QueueSetUp['policy'];
export type OrderRule = OrderPolicy['rules'][number];
export type OrderTrial = z.input<typeof point.Trial>;
export type QueueInput = z.input<typeof point.QueueInput>;
export type CounterInput = z.input<typeof point.CounterInput>;
export type QueueDevice = z.input<typeof device.DeviceShown>;
export type DeviceInput = z.input<typeof device.DeviceInput>;
export type DeviceSettings = QueueDevice['settings'];
export type PairingCode = z.input<typeof device.PairingCode>;

const at = (pointId: string) => `/api/queue/points/${pointId}`;
const add = <Input>(path: string, input: Input) => request<{ id: string }>('POST', path, input, { idempotencyKey: newKey() });

export const readSetUp = (pointId: string) => request<QueueSetUp>('GET', `${at(pointId)}/setup`);
export const addQueue = (pointId: string, input: QueueInput) => add(`${at(pointId)}/queues`, input);
export const changeQueue = (id: string, change: z.input<typeof point.QueueChange>) =>
  request<void>('PATCH', `/api/queue/queues/${id}`, change);
export const addCounter = (pointId: string, input: CounterInput) => add(`${at(pointId)}/counters`, input);
export const changeCounter = (id: string, change: z.input<typeof point.CounterSetUp>) =>
  request<void>('PATCH', `/api/queue/counters/${id}`, change);
export const writeOrder = (pointId: string, policy: OrderPolicy) => request<void>('PUT', `${at(pointId)}/policy`, policy);
export const tryOrder = (pointId: string, trial: z.input<typeof point.TrialInput>) =>
  request<OrderTrial>('POST', `${at(pointId)}/policy/trials`, trial);

export const listDevices = async (pointId: string) => (await request<{ devices: QueueDevice[] }>('GET', `${at(pointId)}/devices`)).devices;
export const addDevice = (pointId: string, input: DeviceInput) => add(`${at(pointId)}/devices`, input);
export const changeDevice = (id: string, change: z.input<typeof device.DeviceChange>) =>
  request<void>('PATCH', `/api/queue/devices/${id}`, change);
/** The code is in this answer and nowhere else; whatever the device was paired with before opens nothing any more. */
export const makePairingCode = (id: string) => request<PairingCode>('PUT', `/api/queue/devices/${id}/pairing-code`);
