import './booking.css';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { useListKeys } from '../../list/use-list-keys.ts';
import { setUpViewOf } from '../queues/views.ts';
import { SectionHead } from '../register/section-head.tsx';
import type { PageProps } from '../sections.ts';
import { BusTab } from './bus/bus-tab.tsx';
import { MovesTab } from './moves/moves-tab.tsx';
import { PlaceFilter } from './place-filter.tsx';
import { useConflicts } from './queries.ts';
import { ResourcesTab } from './resources/resources-tab.tsx';
import { ServicesTab } from './services/services-tab.tsx';
import { usePlace } from './use-place.ts';
import { type BookingSetUp, useSetUp } from './use-set-up.ts';
import { type BookingTab, bookingTabs, isBookingTab } from './views.ts';

/** What can be booked, who and what it takes, and who must be moved when that changes. */
export function BookingPage({ itemId = 'services' }: PageProps) {
  // The panels' words too, so that none is drawn before it is here.
  const { t, ready } = useTranslation(['booking-setup', 'bus', 'queues', 'displays', 'packages', 'admin']);
  const body = useRef<HTMLDivElement>(null);
  useListKeys(body, '.row-link');
  if (!ready) return <Skeleton lines={8} />;
  return (
    <>
      <SectionHead section="booking" intro={t('intro')} count={undefined} />
      <div className="pane-body" ref={body}>
        {isBookingTab(itemId) ? (
          <OnTab tab={itemId} />
        ) : (
          <EmptyState title={t('admin:notHere.title')}>{t('admin:notHere.hint')}</EmptyState>
        )}
      </div>
    </>
  );
}

function OnTab({ tab }: { tab: BookingTab }) {
  const { t } = useTranslation(['booking-setup', 'bus']);
  const place = usePlace(tab);
  const { setUp, error, retry } = useSetUp();
  const mustMove = useConflicts().data?.count;
  const counts = { services: undefined, resources: undefined, bus: undefined, moves: mustMove };
  const tabs = bookingTabs.map((id) => {
    const count = counts[id];
    return { id, label: id === 'bus' ? t('bus:tab') : t(`tabs.${id}`), ...(count ? { count } : {}) };
  });
  return (
    <div className="booking-tabs">
      <Tabs label={t('tabs.label')} tabs={tabs} value={tab} onChange={place.show}>
        {error && !setUp ? <ErrorState error={error} onRetry={retry} /> : null}
        {!error && !setUp ? <Skeleton lines={8} /> : null}
        {setUp ? <Shown tab={tab} setUp={setUp} /> : null}
      </Tabs>
    </div>
  );
}

function Shown({ tab, setUp }: { tab: BookingTab; setUp: BookingSetUp }) {
  const { open } = setUpViewOf(useSearch({ strict: false }));
  const place = usePlace(tab);
  const [pointId, setPointId] = useState<string | null>(null);
  if (tab === 'bus') return <BusTab />;
  if (tab === 'moves') return <MovesTab setUp={setUp} place={place} about={open} />;
  const Tab = tab === 'services' ? ServicesTab : ResourcesTab;
  const filter = <PlaceFilter setUp={setUp} value={pointId} onChange={setPointId} />;
  return <Tab setUp={setUp} place={place} open={open} pointId={pointId} filter={filter} />;
}
