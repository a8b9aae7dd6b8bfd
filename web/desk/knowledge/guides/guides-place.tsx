import '../../list/list.css';
import '../cards.css';
import './guides.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarX, Plus, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { beginGuide, type GuideList, type GuideView } from '../../../shared/api/guides.ts';
import { newKey } from '../../../shared/api/request.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useListKeys } from '../../list/use-list-keys.ts';
import { keys } from '../../queries.ts';
import { useNames } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { useKeptOrganisation } from '../use-kept-organisation.ts';
import { guideViews } from './guide-views.ts';
import { useGuides } from './queries.ts';

/** Guides that concern the reader, kind by kind; to their keepers also what wants something done. */
export function GuidesPlace() {
  const { t } = useTranslation('guides');
  const { view } = useSearch({ from: '/knowledge/guides' });
  const list = useRef<HTMLElement>(null);
  useListKeys(list);
  return (
    <main className="cards" id="main" tabIndex={-1} ref={list}>
      <title>{`${t('many')} · Polku`}</title>
      <header className="cards-head">
        <h1>{t('many')}</h1>
        <NewGuide />
      </header>
      <Views view={view} />
      <Kinds view={view} />
    </main>
  );
}

function Views({ view }: { view: GuideView }) {
  const { t } = useTranslation('guides');
  const counts: Partial<Record<string, number>> | undefined = useGuides(view).data?.counts;
  const isKeeper = useKeptOrganisation() !== null;
  const shown = isKeeper ? guideViews : (['all', 'ended'] as const);
  return (
    <nav className="tabs" aria-label={t('label')}>
      {shown.map((one) => (
        <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`views.${one}`)} {counts?.[one] === undefined ? null : <span className="count">{counts[one]}</span>}
        </Link>
      ))}
    </nav>
  );
}

function Kinds({ view }: { view: GuideView }) {
  const { t } = useTranslation('guides');
  const { data, error, refetch } = useGuides(view);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.rows.length === 0) return <EmptyState title={t(`empty.${view}`)}>{t('empty.hint')}</EmptyState>;
  const kinds = [...new Set(data.rows.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <section key={kind} className="guide-kind" aria-labelledby={`guides-${kind}`}>
      <h2 className="section-head" id={`guides-${kind}`}>
        {t(`kinds.${kind}`)}
      </h2>
      <ul className="card-rows">
        {data.rows
          .filter((row) => row.kind === kind)
          .map((row) => (
            <li key={row.id}>
              <Row row={row} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

function Row({ row }: { row: GuideList['rows'][number] }) {
  const { t } = useTranslation('guides');
  const { t: c } = useTranslation('cards');
  const locale = useLocale();
  const names = useNames();
  const name = nameIn(row.titles, locale) || row.titles.fi || row.titles.sv || row.titles.en || t('untitled');
  const whose = row.points.length > 0 ? row.points.map((id) => names.point(id)) : [names.shortOrganisation(row.organisationId)];
  return (
    <Link className="row card-row-line" to="/knowledge/guides/$guideId" params={{ guideId: row.id }}>
      <strong>{name}</strong>
      <span className="quiet">{whose.filter(Boolean).join(', ')}</span>
      <span className="card-facts">
        {row.draftState ? <StatusWord tone="wait">{c(`history.states.${row.draftState}`)}</StatusWord> : null}
        {row.isEnded && row.validUntil ? (
          <StatusWord tone="bad" icon={CalendarX}>
            {t('facts.ended', { day: dayIn(row.validUntil, locale) })}
          </StatusWord>
        ) : null}
        {row.isStale ? (
          <StatusWord tone="warn" icon={TriangleAlert}>
            {t('facts.stale', { day: dayIn(row.reviewOn, locale) })}
          </StatusWord>
        ) : null}
        {row.validUntil && !row.isEnded ? <span className="quiet">{t('facts.until', { day: dayIn(row.validUntil, locale) })}</span> : null}
        {row.issuerId ? <span className="quiet">{t('facts.issuer', { name: names.shortOrganisation(row.issuerId) })}</span> : null}
      </span>
    </Link>
  );
}

/** Begins as a draft of one's own organisation. */
function NewGuide() {
  const { t } = useTranslation('guides');
  const go = useNavigate();
  const organisationId = useKeptOrganisation();
  const key = useRef(newKey());
  const { run, isRunning } = useDeed([keys.guides]);
  if (!organisationId) return null;
  const begin = () =>
    run(async () => {
      const { id } = await beginGuide({ ownerOrganisationId: organisationId, content: {} }, key.current);
      key.current = newKey();
      await go({ to: '/knowledge/guides/$guideId', params: { guideId: id } });
    });
  return (
    <Button icon={Plus} isPending={isRunning} onPress={() => void begin()}>
      {t('begin')}
    </Button>
  );
}
