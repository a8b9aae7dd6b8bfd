import type { DataRequestAnswer, DataRequestList } from '../../../server/modules/matters/data-requests/schema.ts';
import { request } from './request.ts';

export type DataRequestView = 'open' | 'answered';

export const listDataRequests = (view: DataRequestView) => request<DataRequestList>('GET', `/api/data-requests?view=${view}`);
export const answerDataRequest = (id: string, answer: DataRequestAnswer) => request<void>('PUT', `/api/data-requests/${id}/answer`, answer);
