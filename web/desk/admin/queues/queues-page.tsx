import './queues.css';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { useNames } from '../../session.tsx';
import { SectionHead } from '../register/section-head.tsx';
import type { PageProps } from '../sections.ts';
import { CountersTab } from './counters-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { HereTab } from './displays/here-tab.tsx';
import { SlidesTab } from './displays/slides-tab.tsx';
import { VoiceTab } from './displays/voice-tab.tsx';
import { OrderTab } from './order-tab.tsx';
import { useSetUp } from './queries.ts';
import { QueuesTab } from './queues-tab.tsx';
import { useKeptPoints } from './use-kept-points.ts';
import { type Place, usePlace } from './use-place.ts';
import { setUpTabs, setUpViewOf } from './views.ts';

/** How a service point takes in its visitors: queues, counters, the order of waiting and devices. */
export function QueuesPage({ itemId }: PageProps) {
  // The tabs' and panels' words too, so that none is drawn before it is here.
  const { t, ready } = useTranslation(['queues', 'displays', 'printing', 'admin']);
  const { t: admin } = useTranslation('admin');
  const points = useKeptPoints();
  if (!ready) return <Skeleton lines={8} />;
  const point = itemId === undefined ? points[0] : points.find(({ id }) => id === itemId);
  return (
    <>
      <SectionHead section="queues" intro={t('intro')} count={undefined} />
      <div className="pane-body">
        {points.length === 0 ? <EmptyState title={t('noPoint')}>{t('noPointHint')}</EmptyState> : null}
        {points.length > 0 && !point ? <EmptyState title={admin('notHere.title')}>{admin('notHere.hint')}</EmptyState> : null}
        {point ? <OfPoint key={point.id} pointId={point.id} /> : null}
      </div>
    </>
  );
}

function OfPoint({ pointId }: { pointId: string }) {
  const { t } = useTranslation('queues');
  const { tab = 'queues', open } = setUpViewOf(useSearch({ strict: false }));
  const place = usePlace(pointId, tab);
  return (
    <>
      <PointPick pointId={pointId} />
      <Tabs label={t('tabs.label')} tabs={setUpTabs.map((id) => ({ id, label: t(`tabs.${id}`) }))} value={tab} onChange={place.show}>
        <ShownTab place={place} open={open} />
      </Tabs>
    </>
  );
}

type TabProps = { place: Place; open: string | undefined };

function ShownTab({ place, open }: TabProps) {
  const Shown = {
    queues: SetUpTabs,
    counters: SetUpTabs,
    order: SetUpTabs,
    devices: DevicesTab,
    slides: SlidesTab,
    here: HereTab,
    voice: VoiceTab,
  }[place.tab];
  return <Shown place={place} open={open} />;
}

function SetUpTabs({ place, open }: TabProps) {
  const query = useSetUp(place.pointId);
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={8} />;
  const Shown = place.tab === 'counters' ? CountersTab : place.tab === 'order' ? OrderTab : QueuesTab;
  return <Shown setUp={query.data} place={place} open={open} />;
}

function PointPick({ pointId }: { pointId: string }) {
  const { t } = useTranslation('queues');
  const names = useNames();
  const points = useKeptPoints();
  const place = usePlace(pointId, 'queues');
  return (
    <div className="queues-point">
      {points.length > 1 ? (
        <Select
          look="line"
          label={t('point')}
          options={points.map(({ id }) => ({ id, label: names.point(id) }))}
          value={pointId}
          onChange={place.other}
        />
      ) : (
        <p>
          <span className="quiet">{t('point')}</span> <strong>{names.point(pointId)}</strong>
        </p>
      )}
    </div>
  );
}
