import type { z } from 'zod';
import type {
  ChannelBeside as ChannelShape,
  ServiceBeside as ServiceShape,
} from '../../../server/modules/knowledge/cards/beside/schema.ts';
import type { SearchAnswer as AnswerShape, FoundEntry, GivenBy } from '../../../server/modules/knowledge/search/schema.ts';
import { request } from './request.ts';

export type KnowledgeAnswer = z.input<typeof AnswerShape>;
export type KnowledgeHit = z.input<typeof FoundEntry>;
export type ServiceGivenBy = z.input<typeof GivenBy>;

/** What one types is sent as it is typed; only what one has chosen by is counted. */
export const searchKnowledge = (words: string, language: string, signal?: AbortSignal, kinds?: readonly KnowledgeHit['kind'][]) =>
  request<KnowledgeAnswer>(
    'POST',
    '/api/knowledge/search',
    { words, language, limit: 12, typing: true, ...(kinds ? { kinds } : {}) },
    signal ? { signal } : {},
  );

export const tellChoice = (words: string, language: string, hit: Pick<KnowledgeHit, 'kind' | 'id'>) =>
  request<void>('POST', '/api/knowledge/search/choices', { words, language, kind: hit.kind, id: hit.id });

export const readGivenBy = (textId: string, language: string) =>
  request<ServiceGivenBy>('GET', `/api/knowledge/service-texts/${textId}?language=${language}`);

/** Left without choosing: counted as such, so that it comes to be mended. */
export const tellUnchosen = (words: string, language: string) =>
  request<KnowledgeAnswer>('POST', '/api/knowledge/search', { words, language, limit: 1 });

export type ServiceBeside = z.input<typeof ServiceShape>;
export type ChannelBeside = z.input<typeof ChannelShape>;
export const readServiceBeside = (id: string) => request<ServiceBeside>('GET', `/api/knowledge/services/${id}`);
export const readChannelBeside = (id: string) => request<ChannelBeside>('GET', `/api/knowledge/channels/${id}`);
