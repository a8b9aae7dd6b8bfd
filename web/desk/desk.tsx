import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useMatchRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutList } from '../shared/keys/shortcut-list.tsx';
import { useLive } from '../shared/live/refresh.ts';
import { ConnectionNotice } from '../shared/ui/connection-notice.tsx';
import { ToastRegion } from '../shared/ui/toast-region.tsx';
import { dismissRefusals } from '../shared/ui/toasts.ts';
import { AlarmBar } from './disturbances/alarm-bar.tsx';
import { BesideDesk } from './knowledge/beside.tsx';
import { BesidePane } from './knowledge/beside-pane.tsx';
import { Finder } from './knowledge/finder.tsx';
import { keysOf } from './queries.ts';
import { useSession } from './session.tsx';
import { Topbar } from './topbar/topbar.tsx';
import { CounterCalls } from './visits/counter-help.tsx';

/** The screen a person works in for eight hours: the bar, what one must know now, and the panes of the chosen place. */
export function Desk() {
  const { t } = useTranslation('ui');
  const { me } = useSession();
  useLive(useQueryClient(), me.pointId ? `/api/live?topic=board:${me.pointId}` : '/api/live', keysOf);
  const isShown = Boolean(useMatchRoute()({ to: '/shown/$mappingId' }));
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving the place is what ends them
  useEffect(() => dismissRefusals, [pathname]);
  // The customer's own window holds nothing of the desk.
  if (isShown) return <Outlet />;
  return (
    <BesideDesk>
      <div className="workplace">
        <a className="skip button" href="#main">
          {t('skipToContent')}
        </a>
        <Topbar />
        <ConnectionNotice />
        <AlarmBar />
        <CounterCalls />
        <Outlet />
        <BesidePane />
        <Finder />
        <ToastRegion />
        <ShortcutList />
      </div>
    </BesideDesk>
  );
}
