import { useTranslation } from 'react-i18next';
import type { Slide } from '../../../../shared/api/displays.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import type { Column } from '../../register/register.tsx';
import { useNameHere } from '../../words.ts';
import { Rows } from '../rows.tsx';
import { TabHead } from '../tab-head.tsx';
import type { Place } from '../use-place.ts';
import { useSlides } from './queries.ts';
import { NewSlidePanel, SlidePanel } from './slide-panel.tsx';
import { useDaysWords } from './use-days-words.ts';

/** What displays show while nobody is called. */
export function SlidesTab({ place, open }: { place: Place; open: string | undefined }) {
  const { t, ready } = useTranslation('displays');
  const query = useSlides(place.pointId);
  const columns = useColumns();
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !ready) return <Skeleton lines={6} />;
  const slide = query.data.find(({ id }) => id === open);
  const groups = [
    { id: 'used', rows: query.data.filter(({ active }) => active) },
    { id: 'unused', label: t('unused'), rows: query.data.filter(({ active }) => !active) },
  ];
  return (
    <>
      <TabHead intro={t('slide.intro')} add={t('slide.add')} onAdd={() => place.open('new')} />
      {query.data.length > 0 ? (
        <Rows label={t('slide.all')} place={place} groups={groups} columns={columns} />
      ) : (
        <EmptyState title={t('slide.none')}>{t('slide.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewSlidePanel pointId={place.pointId} slides={query.data} onClose={place.leave} onAdded={place.open} /> : null}
      {slide ? <SlidePanel key={slide.id} slide={slide} onClose={place.leave} /> : null}
    </>
  );
}

function useColumns(): Column<Slide>[] {
  const { t } = useTranslation('displays');
  const nameHere = useNameHere();
  const days = useDaysWords();
  return [
    { id: 'title', label: t('slide.title'), cell: ({ title }) => (title ? nameHere(title) : t('slide.kinds.today')) },
    { id: 'days', label: t('slide.days'), cell: days },
    { id: 'seconds', label: t('slide.seconds'), cell: ({ seconds }) => t('slide.secondsOf', { count: seconds }) },
    { id: 'position', label: t('slide.position'), cell: ({ position }) => position },
    { id: 'picture', label: t('slide.picture'), cell: ({ hasPicture }) => (hasPicture ? t('slide.hasPicture') : null) },
  ];
}
