import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ServiceGivenBy } from '../../../shared/api/knowledge.ts';
import { PublicPage } from '../public-page.tsx';

/** Where the service is given. */
export function ServicePlaces({ places }: { places: ServiceGivenBy['places'] }) {
  const { t } = useTranslation('cards');
  if (places.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{t('pane.places')}</h3>
      <ul className="card-links">
        {places.map((place) => (
          <li key={place.id}>
            <PublicPage address={`/places/${place.id}`} name={place.name} />{' '}
            <span className="quiet">{[place.street, place.city].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same service of others, each with a page of its own. */
export function OtherProviders({ providers }: { providers: ServiceGivenBy['providers'] }) {
  const { t } = useTranslation('cards');
  if (providers.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{t('service.others')}</h3>
      <ul className="card-links">
        {providers.map(({ serviceId, name, language }) => (
          <li key={serviceId}>
            <Link to="/knowledge/services/$serviceId" params={{ serviceId }} lang={language}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
