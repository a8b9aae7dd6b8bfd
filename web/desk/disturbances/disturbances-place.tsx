import './disturbances.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck, CircleDot } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disturbance, DisturbanceLog } from '../../shared/api/disturbances.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useNames } from '../session.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { FeedbackSection } from './feedback-section.tsx';
import { ImportReports } from './import-reports.tsx';
import { KeepingSection } from './keeping-section.tsx';
import { useDisturbances, useLogPoints } from './queries.ts';

/** The disturbance log of a point, what follows from each entry, and what has been said aloud. */
export function DisturbancesPlace() {
  const { t } = useTranslation('disturbances');
  const names = useNames();
  const points = useLogPoints();
  const [chosen, setChosen] = useState<string>();
  const pointId = chosen ?? points[0];
  return (
    <main className="disturbances" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      {pointId ? (
        <PointLog key={pointId} pointId={pointId}>
          {points.length > 1 ? (
            <Select
              label={t('point')}
              options={points.map((id) => ({ id, label: names.point(id) }))}
              value={pointId}
              onChange={setChosen}
            />
          ) : null}
        </PointLog>
      ) : (
        <EmptyState title={t('noPoint')}>{t('noPointHint')}</EmptyState>
      )}
    </main>
  );
}

function PointLog({ pointId, children }: { pointId: string; children: ReactNode }) {
  const { t } = useTranslation('disturbances');
  const names = useNames();
  const go = useNavigate();
  const { entry } = useSearch({ from: '/disturbances' });
  const [isNew, setNew] = useState(false);
  const found = useDisturbances(pointId);
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} />;
  const log = joined(found.data.pages);
  const open = log.rows.find(({ id }) => id === entry);
  const show = (id?: string) => void go({ to: '/disturbances', search: id ? { entry: id } : {} });
  return (
    <>
      <header className="disturbances-head">
        <h1>{t('title')}</h1>
        {children}
        <Button kind="primary" push onPress={() => setNew(true)}>
          {t('new')}
        </Button>
      </header>
      <p className="quiet">
        {names.point(pointId)} · {t('keeping', { count: log.months })} {log.sees === 'own' ? t('ownOnly') : null}
      </p>
      <p>{t('noNames')}</p>
      {log.sees === 'all' ? <ImportReports pointId={pointId} /> : null}
      {log.rows.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : null}
      <ul className="disturbance-lines">
        {log.rows.map((row) => (
          <li key={row.id}>
            <Line row={row} log={log} onOpen={() => show(row.id)} />
          </li>
        ))}
      </ul>
      {found.hasNextPage ? (
        <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      <FeedbackSection pointId={pointId} isSeen={log.sees === 'all'} />
      {log.keeps ? <KeepingSection key={log.months} pointId={pointId} months={log.months} /> : null}
      {isNew ? <EntryPanel pointId={pointId} log={log} onClose={() => setNew(false)} /> : null}
      {open ? <EntryPanel key={`${open.id} ${open.version}`} pointId={pointId} log={log} row={open} onClose={() => show()} /> : null}
    </>
  );
}

function Line({ row, log, onOpen }: { row: Disturbance; log: DisturbanceLog; onOpen: () => void }) {
  const { t } = useTranslation('disturbances');
  const locale = useLocale();
  const counter = log.counters.find(({ id }) => id === row.counterId);
  const place = [counter ? nameIn(counter.name, locale) : '', row.place].filter(Boolean).join(', ');
  return (
    <button type="button" className="row disturbance-line" onClick={onOpen}>
      <strong>
        {t(`kinds.${row.kind}`)}
        {place ? ` · ${place}` : ''}
      </strong>
      {row.state === 'draft' ? (
        <StatusWord tone="warn" icon={CircleDot}>
          {t('draft')}
        </StatusWord>
      ) : row.debriefedOn ? (
        <StatusWord tone="good" icon={CircleCheck}>
          {t('debriefed')}
        </StatusWord>
      ) : (
        <span />
      )}
      <span className="what">{row.what || t('toWrite')}</span>
      <span className="quiet">
        <Time at={row.happenedAt} look="full" /> {row.source === 'import' ? `· ${t('imported')}` : ''}
      </span>
    </button>
  );
}

/** Rights and keeping as the first screenful says; people named in any of them. */
function joined(pages: readonly DisturbanceLog[]): DisturbanceLog {
  const people = new Map(pages.flatMap((page) => page.people).map((person) => [person.id, person]));
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
  return { ...(pages[0] as DisturbanceLog), rows: [...rows.values()], people: [...people.values()] };
}
