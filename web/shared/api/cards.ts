import type { z } from 'zod';
import type {
  CardDifference as DifferenceShape,
  CardDraft as DraftShape,
  CardHistory as HistoryShape,
  CardVersion as VersionShape,
} from '../../../server/modules/knowledge/cards/drafts/schema.ts';
import type {
  CardContent,
  CardInput as InputShape,
  CardKeepers as KeepersShape,
  CardList as ListShape,
  Card as Shape,
  CardTask as TaskShape,
} from '../../../server/modules/knowledge/cards/schema.ts';
import { request } from './request.ts';

export type { AdviceLevel, CardContent, CardLink, CardText, CardView } from '../../../server/modules/knowledge/cards/schema.ts';

/** An answer is whole: what may be left out of a request is there. */
type Told<T> = Omit<T, 'content'> & { content: CardContent };
export type Card = Omit<z.input<typeof Shape>, 'content'> & { content: CardContent | null };
export type CardList = z.input<typeof ListShape>;
export type CardDraft = Told<z.input<typeof DraftShape>>;
export type CardDifference = z.input<typeof DifferenceShape>;
export type CardHistory = z.input<typeof HistoryShape>;
export type CardVersion = Told<z.input<typeof VersionShape>>;
export type CardTask = z.input<typeof TaskShape>;
export type CardKeepers = z.input<typeof KeepersShape>;
export type CardInput = z.input<typeof InputShape>;

const at = (id: string, rest = '') => `/api/knowledge/cards/${id}${rest}`;

export const listCards = (view: string) => request<CardList>('GET', `/api/knowledge/cards?view=${view}`);
export const cardsOfText = (textId: string) => request<CardList>('GET', `/api/knowledge/cards?text=${textId}`);
export const readCard = (id: string) => request<Card>('GET', at(id));
export const beginCard = (input: CardInput, key: string) =>
  request<{ id: string }>('POST', '/api/knowledge/cards', input, { idempotencyKey: key });
export const keepCard = (
  id: string,
  change: { version: number } & Partial<Pick<Card, 'ownerPersonId' | 'serviceId' | 'organisationId' | 'reviewOn'>> & { retired?: boolean },
) => request<void>('PATCH', at(id), change);
export const cardKeepers = (organisationId: string) => request<CardKeepers>('GET', `/api/knowledge/card-keepers/${organisationId}`);

export const readCardDraft = (id: string) => request<CardDraft>('GET', at(id, '/draft'));
export const saveCardDraft = (id: string, draft: { revision: number; content: CardContent; changeNote: string }) =>
  request<{ number: number; revision: number }>('PUT', at(id, '/draft'), draft);
export const dropCardDraft = (id: string, revision: number) => request<void>('POST', at(id, '/draft/discards'), { revision });
export const offerCardDraft = (id: string, revision: number) => request<void>('PUT', at(id, '/draft/offer'), { revision });
export const approveCardDraft = (id: string, revision: number, publishOn: string | null) =>
  request<void>('PUT', at(id, '/draft/approval'), { revision, publishOn });
export const returnCardDraft = (id: string, revision: number, note: string) =>
  request<void>('PUT', at(id, '/draft/return'), { revision, note });
export const cardHistory = (id: string) => request<CardHistory>('GET', at(id, '/versions'));
export const cardVersion = (id: string, number: number) => request<CardVersion>('GET', at(id, `/versions/${number}`));

export const cardTasks = (id: string) => request<{ tasks: CardTask[] }>('GET', at(id, '/tasks'));
export const handleCardTask = (id: string, note: string) => request<void>('PUT', `/api/knowledge/tasks/${id}/handling`, { note });
export const sayVerdict = (id: string, helped: boolean) => request<{ id: string }>('PUT', at(id, '/verdict'), { helped });
export const sayWhyWrong = (verdictId: string, why: string) => request<void>('PATCH', `/api/knowledge/verdicts/${verdictId}`, { why });

export const rememberCard = (contactId: string, cardId: string) => request<void>('PUT', `/api/contacts/${contactId}/cards/${cardId}`);
