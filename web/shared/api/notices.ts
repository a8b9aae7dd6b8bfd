import type { NoticeChange, NoticeList, NoticeView } from '../../../server/modules/matters/noticing/schema.ts';
import { request } from './request.ts';

export type { NoticeView };

export const listNotices = (view: NoticeView) => request<NoticeList>('GET', `/api/notices?view=${view}`);
export const markNotice = (id: string, state: NoticeChange['state']) => request<void>('PATCH', `/api/notices/${id}`, { state });
