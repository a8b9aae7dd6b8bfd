import type { RequestEntryInput, RequestInput, RequestList, RequestPage } from '../../../server/modules/matters/requests/schema.ts';
import { request } from './request.ts';

export type RequestView = 'mine' | 'unit' | 'below' | 'answered';

/** Support requests: tier 1 asks, tiers 2 and 3 answer. */
export const listRequests = (view: RequestView, after: string | null) =>
  request<RequestList>('GET', `/api/requests?${new URLSearchParams({ view, ...(after ? { after } : {}) })}`);
export const readRequest = (id: string) => request<RequestPage>('GET', `/api/requests/${id}`);
export const askSupport = (
  matterId: string,
  input: Omit<RequestInput, 'sensitivity' | 'customerWaiting'> & Partial<RequestInput>,
  idempotencyKey: string,
) => request<{ id: string }>('POST', `/api/matters/${matterId}/requests`, input, { idempotencyKey });
export const answerFileAddress = (id: string, fileId: string) => `/api/requests/${id}/files/${fileId}`;
export const addEntry = (id: string, entry: RequestEntryInput) => request<void>('POST', `/api/requests/${id}/entries`, entry);
