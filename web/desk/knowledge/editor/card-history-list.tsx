import { type Card, cardHistory, cardVersion } from '../../../shared/api/cards.ts';
import { keys } from '../../queries.ts';
import { Differences } from './differences.tsx';
import { History } from './history.tsx';

export function CardHistoryList({ card }: { card: Card }) {
  return (
    <History
      queryKey={keys.card(card.id)}
      read={() => cardHistory(card.id)}
      readOne={(number) => cardVersion(card.id, number)}
      draw={({ differences }) => <Differences differences={differences} />}
    />
  );
}
