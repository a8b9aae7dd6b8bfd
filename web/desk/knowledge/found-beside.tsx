import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type KnowledgeHit, readGivenBy } from '../../shared/api/knowledge.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useBeside } from './beside.tsx';
import { Pane } from './pane.tsx';
import { useCardsOfText } from './queries.ts';

/** A service, a place or another thing that was found: what it is in short, its cards, and its own page. */
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
      {hit.kind === 'place' ? (
        <p className="beside-part">
          <PublicPage address={`/places/${hit.id}`} name={t('pane.publicPage')} />
        </p>
      ) : null}
    </Pane>
  );
}

function Service({ textId }: { textId: string }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const given = useQuery({ queryKey: ['given-by', textId, locale], queryFn: () => readGivenBy(textId, locale) });
  return (
    <>
      <CardsOf textId={textId} />
      {given.data && given.data.providers.length > 0 ? (
        <section className="beside-part">
          <h3>{t('pane.providers')}</h3>
          <ul className="card-links">
            {given.data.providers.map((provider) => (
              <li key={provider.serviceId}>
                <PublicPage address={`/services/${provider.serviceId}`} name={provider.name} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {given.data && given.data.places.length > 0 ? (
        <section className="beside-part">
          <h3>{t('pane.places')}</h3>
          <ul className="card-links">
            {given.data.places.map((place) => (
              <li key={place.id}>
                <PublicPage address={`/places/${place.id}`} name={place.name} />{' '}
                <span className="quiet">{[place.street, place.city].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function CardsOf({ textId }: { textId: string }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const { show } = useBeside();
  const rows = useCardsOfText(textId).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{t('title.many')}</h3>
      <ul className="card-links">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="result" onClick={() => show({ kind: 'card', id: row.id })}>
              {nameIn(row.titles, locale)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As residents see it, in a window of its own. */
function PublicPage({ address, name }: { address: string; name: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {name} <Icon of={ExternalLink} />
    </a>
  );
}
