import { useQuery } from '@tanstack/react-query';
import { cardsOfText, listCards, readCard } from '../../shared/api/cards.ts';
import { keys } from '../queries.ts';

export const useCard = (id: string) => useQuery({ queryKey: keys.card(id), queryFn: () => readCard(id) });
export const useCards = (view: string) => useQuery({ queryKey: [...keys.cards, view], queryFn: () => listCards(view) });
export const useCardsOfText = (textId: string) =>
  useQuery({ queryKey: [...keys.cards, 'text', textId], queryFn: () => cardsOfText(textId) });
