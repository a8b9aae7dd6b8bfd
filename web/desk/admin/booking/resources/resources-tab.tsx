import { useTranslation } from 'react-i18next';
import type { BookingResource, ResourceHours } from '../../../../shared/api/booking-setup.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { StatusWord } from '../../../../shared/ui/status.tsx';
import { useNames } from '../../../session.tsx';
import { Rows } from '../../queues/rows.tsx';
import { TabHead } from '../../queues/tab-head.tsx';
import type { Column } from '../../register/register.tsx';
import { useNameHere, useOrganisationName } from '../../words.ts';
import type { TabProps } from '../services/services-tab.tsx';
import type { BookingSetUp } from '../use-set-up.ts';
import { kinds, useResourceName } from '../words.ts';
import { NewResourcePanel } from './new-resource-panel.tsx';
import { ResourcePanel } from './resource-panel.tsx';
import { useHoursWords } from './use-hours-words.ts';

/** Whom and what appointments take, by kind; what is no longer used last. */
export function ResourcesTab({ setUp, place, open, pointId, filter }: TabProps) {
  const { t } = useTranslation('booking-setup');
  const columns = useColumns(setUp);
  const isAt = (one: BookingResource) =>
    pointId === null || one.pointId === pointId || one.hours.some((hours) => hours.pointId === pointId);
  const shown = setUp.resources.filter(isAt);
  const groups = [
    ...kinds.map((kind) => ({ id: kind, label: t(`groups.${kind}`), rows: shown.filter((one) => one.active && one.kind === kind) })),
    { id: 'unused', label: t('unused'), rows: shown.filter(({ active }) => !active) },
  ];
  const resource = setUp.resources.find(({ id }) => id === open);
  return (
    <>
      <TabHead intro={t('resource.intro')} add={t('resource.add')} onAdd={() => place.open('new')} />
      <div className="booking-filter">{filter}</div>
      {shown.length > 0 ? (
        <Rows label={t('tabs.resources')} place={place} groups={groups} columns={columns} />
      ) : (
        <EmptyState title={t('resource.none')}>{t('resource.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewResourcePanel setUp={setUp} place={place} /> : null}
      {resource ? <ResourcePanel key={resource.id} setUp={setUp} resource={resource} place={place} /> : null}
    </>
  );
}

function useColumns({ services }: BookingSetUp): Column<BookingResource>[] {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const nameHere = useNameHere();
  const nameOf = useResourceName();
  const organisationName = useOrganisationName();
  const hoursWords = useHoursWords();
  return [
    { id: 'name', label: t('resource.column'), cell: nameOf },
    {
      id: 'whose',
      label: t('resource.where'),
      cell: ({ organisationId, pointId }) => [names.point(pointId), organisationName(organisationId)].filter(Boolean).join(' · '),
    },
    {
      id: 'hours',
      label: t('hours.title'),
      cell: ({ kind, hours }) => {
        if (hours.length > 0) return hours.map((one) => <div key={JSON.stringify(one)}>{hoursWords(one as ResourceHours)}</div>);
        return kind === 'person' ? <StatusWord tone="warn">{t('hours.none')}</StatusWord> : t('hours.doors');
      },
    },
    {
      id: 'serves',
      label: t('resource.serves'),
      cell: ({ kind, bookableIds }) => {
        const those = services.filter(({ id }) => bookableIds.includes(id)).map(({ name }) => nameHere(name));
        if (those.length > 0) return those.join(', ');
        return kind === 'person' ? <StatusWord tone="warn">{t('resource.servesNone')}</StatusWord> : t('resource.servesAny');
      },
    },
  ];
}
