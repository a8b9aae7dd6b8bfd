import type { Onward, OrderAnswer, QueueBoard } from '../../../server/modules/queue/board/schema.ts';
import type { CounterCalls } from '../../../server/modules/queue/serving/help/schema.ts';
import type { Called, CounterChange, DeedInput } from '../../../server/modules/queue/serving/schema.ts';
import type { ArrivedAnswer, VisitInput, VisitPage } from '../../../server/modules/queue/visits/schema.ts';
import { newKey, request } from './request.ts';

export type { ArrivedAnswer, DeedInput, QueueBoard, VisitPage };
export type BoardStep = QueueBoard['steps'][number];
export type BoardCounter = QueueBoard['counters'][number];
export type BoardExpected = QueueBoard['expected'][number];
export type CounterCall = CounterCalls['calls'][number];
export type OnwardPoint = Onward['points'][number];
export type BoardQueue = QueueBoard['queues'][number];
export type Greeting = Omit<VisitInput, 'serviceId' | 'situation' | 'identification'> & Partial<Pick<VisitInput, 'identification'>>;
export type WhyBefore = NonNullable<OrderAnswer['why']>;

const at = (visitId: string) => `/api/queue/visits/${visitId}`;
export const readBoard = (pointId: string) => request<QueueBoard>('GET', `/api/queue/points/${pointId}/board`);
export const readVisit = (visitId: string) => request<VisitPage>('GET', at(visitId));
export const whyBefore = (stepId: string, otherId: string) => request<OrderAnswer>('GET', `/api/queue/steps/${stepId}/before/${otherId}`);

export const setCounter = (counterId: string, state: CounterChange['state']) =>
  request<void>('PUT', `/api/queue/counters/${counterId}/state`, { state });
/** The next in order, or the one chosen; a call repeated after a lost answer calls the same one. */
export const callVisitor = (counterId: string, stepId?: string) =>
  request<Called>('POST', `/api/queue/counters/${counterId}/calls`, stepId ? { stepId } : {}, { idempotencyKey: newKey() });
/** @returns the number the visitor has from now on, when it is another one */
export const doToVisit = (visitId: string, deed: DeedInput) => request<ArrivedAnswer | undefined>('POST', `${at(visitId)}/deeds`, deed);
export const noteNeeds = (visitId: string, needs: string[]) => request<void>('PUT', `${at(visitId)}/needs`, { needs });
/** `contactId`: noted when the matter was opened for this visitor. */
export const joinMatter = (visitId: string, matterId: string, contactId?: string) =>
  request<{ contactId: string }>('PUT', `${at(visitId)}/matter`, contactId ? { matterId, contactId } : { matterId });
export const greetVisitor = (greeting: Greeting, key: string) =>
  request<ArrivedAnswer>('POST', '/api/queue/visits', greeting, { idempotencyKey: key });
/** Somebody who was expected has come. */
export const greetExpected = (expectedId: string, key: string) =>
  request<ArrivedAnswer>('POST', `/api/queue/expected/${expectedId}/arrival`, undefined, { idempotencyKey: key });
/** The same by the code they say or show. */
export const greetByCode = (pointId: string, code: string, key: string) =>
  request<ArrivedAnswer>('POST', `/api/queue/points/${pointId}/arrivals`, { code }, { idempotencyKey: key });
export const readOnward = (pointId: string) => request<Onward>('GET', `/api/queue/points/${pointId}/onward`);

export const readCounterCalls = (pointId: string) => request<CounterCalls>('GET', `/api/queue/points/${pointId}/counter-calls`);
export const askToCounter = (counterId: string) => request<void>('PUT', `/api/queue/counters/${counterId}/help`);
export const endCounterCall = (counterId: string) => request<void>('DELETE', `/api/queue/counters/${counterId}/help`);
export const comeToCounter = (counterId: string) => request<void>('PUT', `/api/queue/counters/${counterId}/help/taker`);
