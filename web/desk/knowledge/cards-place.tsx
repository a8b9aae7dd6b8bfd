import '../list/list.css';
import './cards.css';
import { Link, useSearch } from '@tanstack/react-router';
import { Flag, Link2Off, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardList } from '../../shared/api/cards.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { dayIn } from '../../shared/ui/day-text.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useNames } from '../session.tsx';
import { cardViews } from './card-views.ts';
import { NewCard } from './new-card.tsx';
import { useCards } from './queries.ts';
import { useKeptOrganisation } from './use-kept-organisation.ts';

/** Service cards: all one may read, and of one's own organisation's what wants something done. */
export function CardsPlace() {
  const { t } = useTranslation('cards');
  const { view } = useSearch({ from: '/knowledge/cards' });
  const list = useRef<HTMLElement>(null);
  useListKeys(list);
  return (
    <main className="cards" id="main" tabIndex={-1} ref={list}>
      <title>{`${t('title.many')} · Polku`}</title>
      <header className="cards-head">
        <h1>{t('title.many')}</h1>
        <NewCard />
      </header>
      <Views view={view} />
      <Rows view={view} />
    </main>
  );
}

type ViewProps = { view: (typeof cardViews)[number] };

function Views({ view }: ViewProps) {
  const { t } = useTranslation('cards');
  const counts: Partial<Record<string, number>> | undefined = useCards(view).data?.counts;
  const isKeeper = useKeptOrganisation() !== null;
  if (!isKeeper) return null;
  return (
    <nav className="tabs" aria-label={t('views.label')}>
      {cardViews.map((one) => (
        <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`views.${one}`)} {counts?.[one] === undefined ? null : <span className="count">{counts[one]}</span>}
        </Link>
      ))}
    </nav>
  );
}

function Rows({ view }: ViewProps) {
  const { t } = useTranslation('cards');
  const found = useCards(view);
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  if (found.data.rows.length === 0) return <EmptyState title={t(`empty.${view}`)}>{t('empty.hint')}</EmptyState>;
  return (
    <ul className="card-rows">
      {found.data.rows.map((row) => (
        <li key={row.id}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { row: CardList['rows'][number] }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const names = useNames();
  const name = nameIn(row.titles, locale) || row.titles.sv || row.titles.en || t('title.untitled');
  return (
    <Link className="row card-row-line" to="/knowledge/cards/$cardId" params={{ cardId: row.id }}>
      <strong>{name}</strong>
      <span className="quiet">
        {[names.shortOrganisation(row.organisationId), t(`levels.${row.adviceLevel}`)].filter(Boolean).join(' · ')}
      </span>
      <span className="card-facts">
        {row.draftState ? <StatusWord tone="wait">{t(`history.states.${row.draftState}`)}</StatusWord> : null}
        {row.isStale ? (
          <StatusWord tone="warn" icon={TriangleAlert}>
            {t('state.stale', { date: dayIn(row.reviewOn, locale) })}
          </StatusWord>
        ) : null}
        {row.openTasks > 0 ? (
          <StatusWord tone="warn" icon={Flag}>
            {t('tasks.count', { count: row.openTasks })}
          </StatusWord>
        ) : null}
        {row.brokenLinks > 0 ? (
          <StatusWord tone="bad" icon={Link2Off}>
            {t('state.links', { count: row.brokenLinks })}
          </StatusWord>
        ) : null}
        <span className="quiet">{row.ownerName ?? t('keeping.nobody')}</span>
      </span>
    </Link>
  );
}
