import type { z } from 'zod';
import type * as counts from '../../../../server/modules/knowledge/search/counts/schema.ts';
import type * as search from '../../../../server/modules/knowledge/search/schema.ts';
import type * as synonym from '../../../../server/modules/knowledge/search/synonyms/schema.ts';
import { request } from '../../../shared/api/request.ts';

/** As they go over the wire. */
export type Synonym = z.input<typeof synonym.Synonym>;
export type Unanswered = z.input<typeof counts.Unanswered>;
export type UnansweredSearch = Unanswered['searches'][number];
export type Tongue = Synonym['language'];

const home = '/api/admin/search';

export const listSynonyms = async () => (await request<{ synonyms: Synonym[] }>('GET', `${home}/synonyms`)).synonyms;
export const addSynonym = (input: z.input<typeof synonym.SynonymInput>) => request<Synonym>('POST', `${home}/synonyms`, input);
export const putSynonym = (id: string, change: z.input<typeof synonym.SynonymChange>) =>
  request<Synonym>('PUT', `${home}/synonyms/${id}`, change);
export const readUnanswered = () => request<Unanswered>('GET', `${home}/unanswered`);
export const settleSearch = ({ language, words }: Pick<UnansweredSearch, 'language' | 'words'>) =>
  request('POST', `${home}/settled-searches`, { language, words });

/** What words find as things are; a look, not a search to be counted. */
export const tryWords = (words: string, language: Tongue, signal?: AbortSignal) =>
  request<z.input<typeof search.SearchAnswer>>(
    'POST',
    '/api/knowledge/search',
    { words, language, limit: 3, typing: true },
    signal ? { signal } : {},
  );
