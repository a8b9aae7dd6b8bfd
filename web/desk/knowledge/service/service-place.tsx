import '../beside.css';
import '../cards.css';
import './service.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readGivenBy, type ServiceBeside } from '../../../shared/api/knowledge.ts';
import { ApiProblem } from '../../../shared/api/problem.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { BulletinsOfService } from '../../bulletins/bulletins-of-service.tsx';
import { CardsOf } from '../cards-of.tsx';
import { NewCard } from '../new-card.tsx';
import { PublicPage } from '../public-page.tsx';
import { useService } from '../queries.ts';
import { told, Ways } from '../ways.tsx';
import { OtherProviders, ServicePlaces } from './given.tsx';
import { saidIn } from './said.ts';

/** A service's own page for staff: all that the directory tells of it, with its cards, news and ways. */
export function ServicePlace() {
  const { t } = useTranslation('cards');
  const { serviceId } = useParams({ from: '/knowledge/services/$serviceId' });
  const service = useService(serviceId);
  const isGone = service.error instanceof ApiProblem && service.error.status === 404;
  return (
    <main className="cards" id="main" tabIndex={-1}>
      {service.data ? <Shown key={serviceId} service={service.data} /> : null}
      {isGone ? <EmptyState title={t('service.gone')}>{t('service.goneHint')}</EmptyState> : null}
      {service.error && !isGone ? <ErrorState error={service.error} onRetry={() => void service.refetch()} /> : null}
      {service.isPending ? <Skeleton lines={9} /> : null}
    </main>
  );
}

const parts = ['description', 'eligibility', 'instruction', 'charge', 'deadline', 'processing', 'validity'] as const;

function Shown({ service }: { service: ServiceBeside }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const { id, textId, texts, responsible, modifiedAt, channels } = service;
  const given = useQuery({ queryKey: ['given-by', textId, locale], queryFn: () => readGivenBy(textId, locale) }).data;
  const name = saidIn(texts, 'name', locale);
  const summary = saidIn(texts, 'summary', locale);
  return (
    <article className="service-page">
      <header className="service-head">
        <title>{`${name?.text ?? ''} · Polku`}</title>
        <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge">
          <Icon of={ArrowLeft} />
          {t('nav')}
        </Link>
        <h1 lang={name?.language}>{name?.text}</h1>
        <p className="card-facts">
          {responsible ? <span>{told(responsible.names, locale)}</span> : null}
          {modifiedAt ? (
            <span className="quiet">
              {t('service.updated')} <Time at={modifiedAt} look="date" />
            </span>
          ) : null}
          <PublicPage address={`/services/${id}`} name={t('pane.publicPage')} />
        </p>
        <BulletinsOfService serviceId={id} />
      </header>
      <div className="service-told">
        {summary ? (
          <p className="service-lead" lang={summary.language}>
            {summary.text}
          </p>
        ) : null}
        {parts.map((part) => {
          const said = saidIn(texts, part, locale);
          return said ? (
            <section key={part}>
              <h2>{t(`service.${part}`)}</h2>
              <p className="beside-said" lang={said.language}>
                {said.text}
              </p>
            </section>
          ) : null;
        })}
      </div>
      <div className="service-ways">
        <h2 className="heard">{t('service.around')}</h2>
        <CardsOf textId={textId} />
        <p className="beside-part">
          <NewCard about={{ serviceId: id, organisationId: responsible?.organisationId ?? null }} />
        </p>
        <Ways channels={channels} />
        {given ? <ServicePlaces places={given.places} /> : null}
        {given ? <OtherProviders providers={given.providers.filter(({ serviceId }) => serviceId !== id)} /> : null}
      </div>
    </article>
  );
}
