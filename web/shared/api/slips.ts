import type { Collecting, CollectingIdentified } from '../../../server/modules/matters/collecting/schema.ts';
import type { NewSlip, SlipFacts } from '../../../server/modules/matters/slips/schema.ts';
import { request } from './request.ts';

export type { Collecting, NewSlip, SlipFacts };

const slipOf = (matterId: string) => `/api/matters/${matterId}/slip`;
export const readSlip = (matterId: string) => request<SlipFacts>('GET', slipOf(matterId));
/** The PIN is in this answer and nowhere else. */
export const makeSlip = (matterId: string, namesAgreed: boolean) => request<NewSlip>('POST', slipOf(matterId), { namesAgreed });
export const revokeSlip = (matterId: string) => request<void>('DELETE', slipOf(matterId));

const at = (id: string) => `/api/collectings/${id}`;
export const openCollecting = (number: string, pin: string) => request<{ id: string }>('POST', '/api/collectings', { number, pin });
export const readCollecting = (id: string) => request<Collecting>('GET', at(id));
export const identifyCollector = (id: string, name: CollectingIdentified['name']) =>
  request<void>('PUT', `${at(id)}/identification`, { level: 'document-seen', name });
export const tellCollected = (id: string, messageId: string) => request<void>('PUT', `${at(id)}/messages/${messageId}/told`);
export const tellNews = (id: string) => request<void>('PUT', `${at(id)}/news/told`);
/** Also while the page is being left. */
export const endCollecting = (id: string) => request<void>('DELETE', at(id), undefined, { keepalive: true });
export const collectedFile = (id: string, messageId: string, fileId: string) => `${at(id)}/messages/${messageId}/files/${fileId}`;
export const collectedOnPaper = (id: string, messageId?: string) => `/print/collectings/${id}${messageId ? `/messages/${messageId}` : ''}`;
