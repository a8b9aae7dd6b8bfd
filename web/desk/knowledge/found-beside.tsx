import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type KnowledgeHit, readChannelBeside, readGivenBy } from '../../shared/api/knowledge.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { CardsOf } from './cards-of.tsx';
import { Pane } from './pane.tsx';
import { PublicPage } from './public-page.tsx';
import { ServiceWays, told, Ways } from './ways.tsx';

const channels: readonly KnowledgeHit['kind'][] = ['place', 'e-service', 'form'];

/** A service, a place or another thing that was found: what it is in short, its cards, how it is reached, and its own page. */
export function FoundBeside({ hit }: { hit: KnowledgeHit }) {
  const { t } = useTranslation('cards');
  return (
    <Pane title={hit.title} lang={hit.language}>
      <section className="beside-part">
        <p className="quiet">{t(`kinds.${hit.kind}`)}</p>
        <p className="beside-said" lang={hit.language}>
          {hit.summary}
        </p>
      </section>
      {hit.kind === 'service' ? <Service textId={hit.id} /> : null}
      {channels.includes(hit.kind) ? <Channel id={hit.id} /> : null}
      {hit.kind === 'place' ? <Own address={`/places/${hit.id}`} /> : null}
      {hit.kind === 'life-event' ? <Own address={`/life-events/${hit.id}`} /> : null}
    </Pane>
  );
}

function Own({ address }: { address: string }) {
  const { t } = useTranslation('cards');
  return (
    <p className="beside-part">
      <PublicPage address={address} name={t('pane.publicPage')} />
    </p>
  );
}

function Service({ textId }: { textId: string }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const given = useQuery({ queryKey: ['given-by', textId, locale], queryFn: () => readGivenBy(textId, locale) }).data;
  const [first] = given?.providers ?? [];
  return (
    <>
      <CardsOf textId={textId} />
      {first ? <ServiceWays serviceId={first.serviceId} /> : null}
      {given && given.places.length > 0 ? (
        <section className="beside-part">
          <h3>{t('pane.places')}</h3>
          <ul className="card-links">
            {given.places.map((place) => (
              <li key={place.id}>
                <PublicPage address={`/places/${place.id}`} name={place.name} />{' '}
                <span className="quiet">{[place.street, place.city].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {given && given.providers.length > 0 ? (
        <section className="beside-part">
          <h3>{t('pane.providers')}</h3>
          <ul className="card-links">
            {given.providers.map((provider) => (
              <li key={provider.serviceId}>
                <PublicPage address={`/services/${provider.serviceId}`} name={provider.name} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Channel({ id }: { id: string }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const channel = useQuery({ queryKey: ['channel-beside', id], queryFn: () => readChannelBeside(id) }).data;
  if (!channel) return null;
  return (
    <>
      <Ways channels={[channel]} />
      {channel.services.length > 0 ? (
        <section className="beside-part">
          <h3>{t('pane.services')}</h3>
          <ul className="card-links">
            {channel.services.map((service) => (
              <li key={service.id}>
                <PublicPage address={`/services/${service.id}`} name={told(service.names, locale) ?? ''} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
