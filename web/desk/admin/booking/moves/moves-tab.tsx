import { useTranslation } from 'react-i18next';
import type { BookingConflict } from '../../../../shared/api/booking-setup.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../../shared/ui/error-state.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { useNameHere } from '../../words.ts';
import { useConflicts } from '../queries.ts';
import type { Place } from '../use-place.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { useResourceName } from '../words.ts';
import { MoveRow } from './move-row.tsx';
import { ProposedPanel } from './proposed-panel.tsx';
import { useMoving } from './use-moving.ts';

const everyone = 'all';

type MovesTabProps = { setUp: BookingSetUp; place: Place; about: string | undefined };

/** Who is booked where there is no longer time for them. Nobody is dropped: they stay here until they are moved. */
export function MovesTab({ setUp, place, about }: MovesTabProps) {
  const { t } = useTranslation('booking-setup');
  const query = useConflicts();
  const moving = useMoving(setUp);
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={8} />;
  const { conflicts, count } = query.data;
  const isAbout = (one: (typeof conflicts)[number]) =>
    !about || one.bookableId === about || one.pointId === about || one.resourceIds.includes(about);
  const shown = conflicts.filter(isAbout);
  return (
    <section className="booking-moves" aria-label={t('tabs.moves')}>
      <p className="quiet">{t('moves.intro')}</p>
      <div className="booking-moves-head">
        <About setUp={setUp} place={place} about={about} conflicts={conflicts} />
        {shown.length > 1 ? (
          <Button isPending={moving.at !== null} onPress={() => void moving.propose(shown)}>
            {t('moves.proposeAll', { count: shown.length })}
          </Button>
        ) : null}
      </div>
      <p role="status" className="quiet">
        {moving.at && !moving.proposed ? t('moves.looking', moving.at) : ''}
      </p>
      {shown.length === 0 ? <EmptyState title={t('moves.none')}>{t('moves.noneHint')}</EmptyState> : null}
      <ul className="booking-moving">
        {shown.map((conflict) => (
          <MoveRow key={conflict.appointmentId} conflict={conflict} setUp={setUp} />
        ))}
      </ul>
      {count > conflicts.length ? <p className="quiet">{t('moves.firstOf', { shown: conflicts.length, count })}</p> : null}
      {moving.proposed ? <ProposedPanel moving={moving} proposed={moving.proposed} /> : null}
    </section>
  );
}

/** Of whom or what: all, or one of those that are in the list. */
function About({ setUp: { services, resources }, place, about, conflicts }: MovesTabProps & { conflicts: readonly BookingConflict[] }) {
  const { t } = useTranslation('booking-setup');
  const nameHere = useNameHere();
  const nameOf = useResourceName();
  const inSight = new Set([...conflicts.flatMap((one) => [one.bookableId, ...one.resourceIds]), ...(about ? [about] : [])]);
  const points = new Map(conflicts.map(({ pointId, pointName }) => [pointId, nameHere(pointName ?? undefined)]));
  const options = [
    { id: everyone, label: t('moves.all') },
    ...[...points].flatMap(([id, label]) => (id ? { id, label } : [])),
    ...resources.filter(({ id }) => inSight.has(id)).map((one) => ({ id: one.id, label: nameOf(one) })),
    ...services.filter(({ id }) => inSight.has(id)).map((one) => ({ id: one.id, label: nameHere(one.name) })),
  ];
  const value = options.find(({ id }) => id === about)?.id ?? everyone;
  if (options.length < 2) return null;
  return (
    <Select
      look="line"
      label={t('moves.about')}
      options={options}
      value={value}
      onChange={(id) => place.show('moves', id === everyone ? undefined : id)}
    />
  );
}
