import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../../shared/api/displays.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { useNames } from '../../../session.tsx';
import { useWeekWords } from '../../opening/use-week-words.ts';
import type { Column } from '../../register/register.tsx';
import { useNameHere } from '../../words.ts';
import { DirectionWord } from '../direction.tsx';
import { Rows } from '../rows.tsx';
import { TabHead } from '../tab-head.tsx';
import type { Place } from '../use-place.ts';
import { NewPresencePanel, PresencePanel } from './presence-panel.tsx';
import { usePresences } from './queries.ts';

/** When which authority is at the point: told to anybody, on displays and on a page of its own. */
export function HereTab({ place, open }: { place: Place; open: string | undefined }) {
  const { t, ready } = useTranslation('displays');
  const query = usePresences(place.pointId);
  const columns = useColumns();
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !ready) return <Skeleton lines={6} />;
  const presence = query.data.find(({ id }) => id === open);
  return (
    <>
      <TabHead intro={t('here.intro')} add={t('here.add')} onAdd={() => place.open('new')} />
      <p className="voice-language">
        <a className="text-link" href={`/waits/${place.pointId}/authorities`} target="_blank" rel="noreferrer">
          {t('here.page')}
        </a>
      </p>
      {query.data.length > 0 ? (
        <Rows label={t('here.all')} place={place} groups={[{ id: 'all', rows: query.data }]} columns={columns} />
      ) : (
        <EmptyState title={t('here.none')}>{t('here.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewPresencePanel pointId={place.pointId} known={query.data} onClose={place.leave} /> : null}
      {presence ? <PresencePanel key={presence.id} presence={presence} onClose={place.leave} /> : null}
    </>
  );
}

function useColumns(): Column<Presence>[] {
  const { t } = useTranslation('displays');
  const names = useNames();
  const nameHere = useNameHere();
  const week = useWeekWords();
  return [
    { id: 'who', label: t('here.who'), cell: ({ organisationId }) => names.organisation(organisationId) },
    { id: 'hours', label: t('here.hours'), cell: ({ opening }) => week(opening) },
    {
      id: 'where',
      label: t('here.where'),
      cell: ({ direction, place }) => (
        <>
          {direction ? <DirectionWord to={direction} /> : null} {place ? nameHere(place) : null}
        </>
      ),
    },
  ];
}
