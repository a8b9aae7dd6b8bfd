import type { z } from 'zod';
import type {
  GuideDifference as DifferenceShape,
  GuideDraft as DraftShape,
  GuideHistory as HistoryShape,
  GuideVersion as VersionShape,
} from '../../../server/modules/knowledge/guides/drafts/schema.ts';
import type {
  GuideChange as ChangeShape,
  GuideContent,
  GuideInput as InputShape,
  GuideList as ListShape,
  Guide as Shape,
} from '../../../server/modules/knowledge/guides/schema.ts';
import { request } from './request.ts';

export type { GuideContent, GuideKind, GuideText, GuideView } from '../../../server/modules/knowledge/guides/schema.ts';

/** An answer is whole: what may be left out of a request is there. */
type Told<T> = Omit<T, 'content'> & { content: GuideContent };
export type Guide = Omit<z.input<typeof Shape>, 'content'> & { content: GuideContent | null };
export type GuideList = z.input<typeof ListShape>;
export type GuideDraft = Told<z.input<typeof DraftShape>>;
export type GuideDifference = z.input<typeof DifferenceShape>;
export type GuideHistory = z.input<typeof HistoryShape>;
export type GuideVersion = Told<z.input<typeof VersionShape>>;
export type GuideInput = z.input<typeof InputShape>;
export type GuideChange = z.input<typeof ChangeShape>;

const at = (id: string, rest = '') => `/api/knowledge/guides/${id}${rest}`;

export const listGuides = (view: string) => request<GuideList>('GET', `/api/knowledge/guides?view=${view}`);
export const readGuide = (id: string) => request<Guide>('GET', at(id));
export const beginGuide = (input: GuideInput, idempotencyKey: string) =>
  request<{ id: string }>('POST', '/api/knowledge/guides', input, { idempotencyKey });
export const keepGuide = (id: string, change: GuideChange) => request<void>('PATCH', at(id), change);

export const readGuideDraft = (id: string) => request<GuideDraft>('GET', at(id, '/draft'));
export const saveGuideDraft = (id: string, draft: { revision: number; content: GuideContent; changeNote: string }) =>
  request<{ number: number; revision: number }>('PUT', at(id, '/draft'), draft);
export const dropGuideDraft = (id: string, revision: number) => request<void>('POST', at(id, '/draft/discards'), { revision });
export const offerGuideDraft = (id: string, revision: number) => request<void>('PUT', at(id, '/draft/offer'), { revision });
export const approveGuideDraft = (id: string, revision: number) => request<void>('PUT', at(id, '/draft/approval'), { revision });
export const returnGuideDraft = (id: string, revision: number, note: string) =>
  request<void>('PUT', at(id, '/draft/return'), { revision, note });
export const guideHistory = (id: string) => request<GuideHistory>('GET', at(id, '/versions'));
export const guideVersion = (id: string, number: number) => request<GuideVersion>('GET', at(id, `/versions/${number}`));
