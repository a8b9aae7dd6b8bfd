import './specialists.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CardSpecialists } from '../../../shared/api/specialists.ts';
import { HowToAsk } from './how-to-ask.tsx';
import { StandingWords } from './standing.tsx';

/** In a card's own part on forwarding: whom it names, and who else answers for its service, as they stand now. */
export function SpecialistsOfCard({ people }: { people: CardSpecialists['specialists'] }) {
  const { t } = useTranslation('specialists');
  return (
    <ul className="card-specialists" aria-label={t('many')}>
      {people.map((one) => (
        <li key={one.id}>
          <Link to="/knowledge/specialists/$personId" params={{ personId: one.id }}>
            {one.name}
          </Link>{' '}
          <StandingWords of={one} />
          <HowToAsk of={one} />
        </li>
      ))}
    </ul>
  );
}
