import type { z } from 'zod';
import type {
  SpecialistCandidates as CandidatesShape,
  SpecialistInput as InputShape,
  SpecialistList as ListShape,
  CardSpecialists as OfCardShape,
  OwnPresence as PresenceShape,
  SpecialistRow as RowShape,
  Specialist as Shape,
} from '../../../server/modules/knowledge/specialists/schema.ts';
import type { KnowledgeAnswer } from './knowledge.ts';
import { request } from './request.ts';

export type { PresenceState, WayToAsk } from '../../../server/modules/knowledge/specialists/schema.ts';
export type Specialist = z.input<typeof Shape>;
export type SpecialistRow = z.input<typeof RowShape>;
export type SpecialistList = z.input<typeof ListShape>;
export type SpecialistInput = z.input<typeof InputShape>;
export type SpecialistHours = SpecialistInput['duty'];
export type CardSpecialists = z.input<typeof OfCardShape>;
export type OwnPresence = z.input<typeof PresenceShape>;
export type SpecialistCandidate = z.input<typeof CandidatesShape>['people'][number];

const at = (id: string) => `/api/knowledge/specialists/${id}`;

export const listSpecialists = () => request<SpecialistList>('GET', '/api/knowledge/specialists');
export const readSpecialist = (id: string) => request<Specialist>('GET', at(id));
export const keepSpecialist = (id: string, input: SpecialistInput) => request<void>('PUT', at(id), input);
export const removeSpecialist = (id: string) => request<void>('DELETE', at(id));
export const specialistsOfCard = (cardId: string) => request<CardSpecialists>('GET', `/api/knowledge/cards/${cardId}/specialists`);
export const readOwnPresence = () => request<OwnPresence>('GET', '/api/knowledge/own-presence');
export const sayPresence = (state: 'available' | 'busy' | 'away' | null) => request<void>('PUT', '/api/knowledge/own-presence', { state });
export const listCandidates = async () =>
  (await request<{ people: SpecialistCandidate[] }>('GET', '/api/knowledge/specialist-candidates')).people;

/** Services and cards that somebody could answer for, as one types. */
export const findAnswerable = (words: string, language: string, signal: AbortSignal) =>
  request<KnowledgeAnswer>(
    'POST',
    '/api/knowledge/search',
    { words, language, kinds: ['service', 'card'], limit: 8, typing: true },
    { signal },
  );
