import { useQuery } from '@tanstack/react-query';
import { cardsOfText, listCards, readCard } from '../../shared/api/cards.ts';
import { readServiceBeside } from '../../shared/api/knowledge.ts';
import { keys } from '../queries.ts';

export const useCard = (id: string) => useQuery({ queryKey: keys.card(id), queryFn: () => readCard(id) });
export const useCards = (view: string) => useQuery({ queryKey: [...keys.cards, view], queryFn: () => listCards(view) });
export const useService = (id: string) => useQuery({ queryKey: ['service-beside', id], queryFn: () => readServiceBeside(id) });
export const useCardsOfText = (textId: string) =>
  useQuery({ queryKey: [...keys.cards, 'text', textId], queryFn: () => cardsOfText(textId) });
