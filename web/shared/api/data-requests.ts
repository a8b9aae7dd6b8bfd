import type { DataRequestAnswer, DataRequestCounts, DataRequestList } from '../../../server/modules/matters/data-requests/schema.ts';
import { request } from './request.ts';

export type DataRequestView = 'open' | 'answered';

export const listDataRequests = (view: DataRequestView) => request<DataRequestList>('GET', `/api/data-requests?view=${view}`);
export const answerDataRequest = (id: string, answer: DataRequestAnswer) => request<void>('PUT', `/api/data-requests/${id}/answer`, answer);
export const countDataRequests = () => request<DataRequestCounts>('GET', '/api/data-requests/counts');
export const liftRestriction = (id: string, reason: string) => request<void>('PUT', `/api/data-requests/${id}/lifting`, { reason });
