import { useNavigate, useRouterState } from '@tanstack/react-router';
import {
  Bus,
  CalendarCheck,
  CalendarCog,
  ChartColumn,
  ChevronDown,
  FileText,
  Inbox,
  Languages,
  ListChecks,
  Mail,
  ShieldAlert,
  SlidersHorizontal,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icon.tsx';
import { type Command, Menu } from '../../shared/ui/menu.tsx';
import { usesDisturbances } from '../disturbances/queries.ts';
import { useNotices } from '../notices/queries.ts';
import { administers, collects, keepsMatters, keepsPoints, useSession } from '../session.tsx';
import { useServesVisitors } from '../visits/queries.ts';

const places = ['/bus', '/mappings', '/documents', '/orders', '/notices', '/collect', '/disturbances', '/figures'];
/** Within the administration, which has an entry of its own on the bar of those who administer. */
const setUps = ['/admin/queues', '/admin/booking'];

/** What is done at a service point beside one's own matters: few things at a time, so behind one button. */
export function PointMenu() {
  const { t } = useTranslation('desk');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const waiting = useWaitingNotices();
  const commands = usePlaces(waiting);
  const { me } = useSession();
  const isHere = [...places, ...(administers(me) ? [] : setUps)].some((place) => path.startsWith(place));
  return (
    <li>
      <Menu label={t('nav.point')} commands={commands}>
        <AriaButton className="nav-button" aria-current={isHere ? 'true' : undefined}>
          {t('nav.point')} {waiting > 0 ? <span className="count">{waiting}</span> : null}
          <Icon of={ChevronDown} />
        </AriaButton>
      </Menu>
    </li>
  );
}

function usePlaces(waiting: number): Command[] {
  const { t } = useTranslation(['desk', 'mapping', 'documents', 'orders', 'notices', 'slips', 'disturbances', 'booked']);
  const { me, directory } = useSession();
  const go = useNavigate();
  const serves = useServesVisitors();
  const notices = waiting > 0 ? `${t('notices:nav')} (${waiting})` : t('notices:nav');
  const kept: Command[] = [
    { id: 'mappings', label: t('mapping:nav'), icon: ListChecks, run: () => void go({ to: '/mappings' }) },
    { id: 'documents', label: t('documents:title'), icon: FileText, run: () => void go({ to: '/documents', search: { view: 'here' } }) },
    { id: 'orders', label: t('orders:title'), icon: Languages, run: () => void go({ to: '/orders' }) },
    { id: 'notices', label: notices, icon: Mail, run: () => void go({ to: '/notices', search: { view: 'paper' } }) },
  ];
  const collect: Command = { id: 'collect', label: t('slips:collect.nav'), icon: Inbox, run: () => void go({ to: '/collect' }) };
  const disturbances: Command = {
    id: 'disturbances',
    label: t('disturbances:title'),
    icon: ShieldAlert,
    run: () => void go({ to: '/disturbances', search: {} }),
  };
  const day: Command = {
    id: 'day',
    label: t('booked:day.nav'),
    icon: CalendarCheck,
    run: () => void go({ to: '/appointments/day', search: {} }),
  };
  const isAboard = directory.points.some(({ id, mobile }) => id === me.pointId && mobile);
  const bus: Command = { id: 'bus', label: t('nav.bus'), icon: Bus, run: () => void go({ to: '/bus' }) };
  const setUp: Command = {
    id: 'setUp',
    label: t('nav.queues'),
    icon: SlidersHorizontal,
    run: () => void go({ to: '/admin/$section', params: { section: 'queues' } }),
  };
  const booking: Command = {
    id: 'booking',
    label: t('nav.booking'),
    icon: CalendarCog,
    run: () => void go({ to: '/admin/$section', params: { section: 'booking' } }),
  };
  const figures: Command = {
    id: 'figures',
    label: t('nav.figures'),
    icon: ChartColumn,
    run: () => void go({ to: '/figures', search: { period: 'week' } }),
  };
  return [
    ...(serves ? [day] : []),
    ...(isAboard ? [bus] : []),
    ...(keepsMatters(me) ? kept : []),
    ...(collects(me) ? [collect] : []),
    ...(usesDisturbances(me) ? [disturbances] : []),
    ...(keepsPoints(me) ? [setUp, booking, figures] : []),
  ];
}

/** What is still to be printed, what has to be told another way, and slips that have locked. */
function useWaitingNotices(): number {
  const counts = useNotices('paper').data?.counts;
  return (counts?.paper ?? 0) + (counts?.['given-up'] ?? 0) + (counts?.slips ?? 0);
}
