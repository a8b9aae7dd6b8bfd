import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type KnowledgeHit, readChannelBeside, readGivenBy } from '../../shared/api/knowledge.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { BulletinBeside } from '../bulletins/bulletin-beside.tsx';
import { CardsOf } from './cards-of.tsx';
import { Pane } from './pane.tsx';
import { PublicPage } from './public-page.tsx';
import { ServicePlaces } from './service/given.tsx';
import { SpecialistBeside } from './specialists/specialist-beside.tsx';
import { SupportBeside } from './support/support-beside.tsx';
import { ServiceWays, told, Ways } from './ways.tsx';

const channels: readonly KnowledgeHit['kind'][] = ['place', 'e-service', 'form'];

/** A service, a place or another thing that was found: what it is in short, its cards, how it is reached, and its own page. */
export function FoundBeside({ hit }: { hit: KnowledgeHit }) {
  const { t } = useTranslation('cards');
  return (
    <Pane title={hit.title} lang={hit.language}>
      <section className="beside-part">
        <p className="quiet">{t(`kindOfOne.${hit.kind}`)}</p>
        {hit.kind === 'bulletin' ? null : (
          <p className="beside-said" lang={hit.language}>
            {hit.summary}
          </p>
        )}
      </section>
      {hit.kind === 'bulletin' ? <BulletinBeside id={hit.id} /> : null}
      {hit.kind === 'service' ? <Service textId={hit.id} /> : null}
      {channels.includes(hit.kind) ? <Channel id={hit.id} /> : null}
      {hit.kind === 'specialist' ? <SpecialistBeside id={hit.id} /> : null}
      {hit.kind === 'support-actor' ? <SupportBeside id={hit.id} /> : null}
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
      {first ? (
        <p className="beside-part">
          <PublicPage address={`/desk/knowledge/services/${first.serviceId}`} name={t('service.open')} />
        </p>
      ) : null}
      <CardsOf textId={textId} />
      {first ? <ServiceWays serviceId={first.serviceId} /> : null}
      {given ? <ServicePlaces places={given.places} /> : null}
      {given && given.providers.length > 0 ? (
        <section className="beside-part">
          <h3>{t('pane.providers')}</h3>
          <ul className="card-links">
            {given.providers.map((provider) => (
              <li key={provider.serviceId}>
                <PublicPage address={`/desk/knowledge/services/${provider.serviceId}`} name={provider.name} />
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
                <PublicPage address={`/desk/knowledge/services/${service.id}`} name={told(service.names, locale) ?? ''} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
