import { useQuery } from '@tanstack/react-query';
import { listSynonyms, readUnanswered, type Tongue, tryWords } from './api.ts';

export const keys = {
  synonyms: ['admin', 'synonyms'],
  unanswered: ['admin', 'unanswered'],
  tried: ['admin', 'tried'],
} as const;

export const useSynonyms = () => useQuery({ queryKey: keys.synonyms, queryFn: listSynonyms });
export const useUnanswered = () => useQuery({ queryKey: keys.unanswered, queryFn: readUnanswered });
export const useTried = (words: string, language: Tongue) =>
  useQuery({
    queryKey: [...keys.tried, language, words],
    queryFn: ({ signal }) => tryWords(words, language, signal),
    enabled: words.length > 1,
  });
