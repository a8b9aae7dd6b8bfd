import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bookable } from '../../../../shared/api/booking-setup.ts';
import { inOrder } from '../../../../shared/i18n/names.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { StatusWord } from '../../../../shared/ui/status.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useNames } from '../../../session.tsx';
import { Rows } from '../../queues/rows.tsx';
import { TabHead } from '../../queues/tab-head.tsx';
import type { Column } from '../../register/register.tsx';
import { useNameHere, useOrganisationName } from '../../words.ts';
import type { Place } from '../use-place.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { NewServicePanel, ServicePanel } from './service-panel.tsx';
import { VisitGap } from './visit-gap.tsx';

export type TabProps = { setUp: BookingSetUp; place: Place; open: string | undefined; pointId: string | null; filter: ReactNode };

/** What can be booked, by whose it is; what is no longer given last. */
export function ServicesTab({ setUp, place, open, pointId, filter }: TabProps) {
  const { t } = useTranslation('booking-setup');
  const organisationName = useOrganisationName();
  const columns = useColumns(setUp);
  const locale = useLocale();
  const shown = setUp.services.filter(({ places }) => pointId === null || places.some((one) => one.pointId === pointId));
  const used = Map.groupBy(
    shown.filter(({ active }) => active),
    ({ organisationId }) => organisationId,
  );
  const groups = [
    ...inOrder(
      [...used].map(([id, rows]) => ({ id, label: organisationName(id), rows })),
      ({ label }) => label,
      locale,
    ),
    { id: 'unused', label: t('unused'), rows: shown.filter(({ active }) => !active) },
  ];
  // Of the point in sight, or of the only one there is.
  const { places } = setUp.choices;
  const kept = places.length === 1 ? places[0] : places.find((one) => one.pointId === pointId);
  const service = setUp.services.find(({ id }) => id === open);
  return (
    <>
      <TabHead intro={t('service.intro')} add={t('service.add')} onAdd={() => place.open('new')} />
      <div className="booking-filter">{filter}</div>
      {kept ? <VisitGap pointId={kept.pointId} /> : null}
      {shown.length > 0 ? (
        <Rows label={t('tabs.services')} place={place} groups={groups} columns={columns} />
      ) : (
        <EmptyState title={t('service.none')}>{t('service.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewServicePanel setUp={setUp} place={place} /> : null}
      {service ? <ServicePanel key={service.id} setUp={setUp} service={service} place={place} /> : null}
    </>
  );
}

function useColumns({ resources }: BookingSetUp): Column<Bookable>[] {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const locale = useLocale();
  const nameHere = useNameHere();
  const { duration } = useTimes();
  const serving = (service: Bookable) =>
    resources.filter(({ kind, active, bookableIds }) => kind === service.parts[0]?.kind && active && bookableIds.includes(service.id));
  return [
    { id: 'name', label: t('service.column'), cell: (service) => nameHere(service.name) },
    {
      id: 'places',
      label: t('service.where'),
      cell: ({ places, ways }) =>
        [
          ...inOrder(
            places.map(({ pointId }) => names.point(pointId)),
            (name) => name,
            locale,
          ),
          ...ways.filter((way) => way === 'remote' || way === 'phone').map((way) => t(`ways.${way}`)),
        ].join(' · ') || <StatusWord tone="warn">{t('service.nowhere')}</StatusWord>,
    },
    {
      id: 'minutes',
      label: t('service.minutes'),
      cell: ({ minutes, bufferBefore, bufferAfter }) => (
        <span className="nowrap">
          {bufferBefore + bufferAfter > 0
            ? t('service.withBuffers', { minutes: duration(minutes), buffers: duration(bufferBefore + bufferAfter) })
            : duration(minutes)}
        </span>
      ),
    },
    { id: 'who', label: t('service.who'), cell: ({ who }) => <span className="nowrap">{t(`who.${who}`)}</span> },
    {
      id: 'serving',
      label: t('service.serving'),
      cell: (service) => {
        const those = serving(service);
        if (those.length === 0 && service.parts[0]?.kind === 'person') return <StatusWord tone="warn">{t('service.nobody')}</StatusWord>;
        return those.map(({ name }) => name).join(', ') || t('service.any');
      },
    },
  ];
}
