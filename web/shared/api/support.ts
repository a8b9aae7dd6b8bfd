import type { z } from 'zod';
import type {
  ActorChange as ChangeShape,
  ActorInput as InputShape,
  ActorList as ListShape,
  SupportActor as Shape,
  Suggestions as SuggestionsShape,
} from '../../../server/modules/knowledge/support/schema.ts';
import { request } from './request.ts';

export type { ActorKind, ActorView, SupportWay } from '../../../server/modules/knowledge/support/schema.ts';
export type SupportActor = z.input<typeof Shape>;
export type ActorInput = z.input<typeof InputShape>;
export type ActorChange = z.input<typeof ChangeShape>;
export type ActorList = z.input<typeof ListShape>;
export type Suggestions = z.input<typeof SuggestionsShape>;

const at = (id: string, rest = '') => `/api/knowledge/support-actors/${id}${rest}`;

export const listActors = (view: string) => request<ActorList>('GET', `/api/knowledge/support-actors?view=${view}`);
export const readActor = (id: string) => request<SupportActor>('GET', at(id));
export const addActor = (input: ActorInput, key: string) =>
  request<{ id: string }>('POST', '/api/knowledge/support-actors', input, { idempotencyKey: key });
export const changeActor = (id: string, change: ActorChange) => request<void>('PATCH', at(id), change);
export const confirmActor = (id: string, version: number) => request<void>('PUT', at(id, '/confirmation'), { version });

export type Wanted = { criteria: readonly string[]; language: string; home: boolean };
export function suggestActors({ criteria, language, home }: Wanted) {
  const query = new URLSearchParams({ criteria: criteria.join(','), language, home: home ? 'yes' : 'no' });
  return request<Suggestions>('GET', `/api/knowledge/support-actors/suggestions?${query}`);
}
