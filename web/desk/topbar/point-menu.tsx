import { useNavigate, useRouterState } from '@tanstack/react-router';
import { ChevronDown, FileText, Inbox, Languages, ListChecks, Mail } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icon.tsx';
import { type Command, Menu } from '../../shared/ui/menu.tsx';
import { useNotices } from '../notices/queries.ts';
import { collects, keepsMatters, useSession } from '../session.tsx';

const places = ['/mappings', '/documents', '/orders', '/notices', '/collect'];

/** What is done at a service point beside one's own matters: few things at a time, so behind one button. */
export function PointMenu() {
  const { t } = useTranslation('desk');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const waiting = useWaitingNotices();
  const commands = usePlaces(waiting);
  const isHere = places.some((place) => path.startsWith(place));
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
  const { t } = useTranslation(['desk', 'mapping', 'documents', 'orders', 'notices', 'slips']);
  const { me } = useSession();
  const go = useNavigate();
  const notices = waiting > 0 ? `${t('notices:nav')} (${waiting})` : t('notices:nav');
  const kept: Command[] = [
    { id: 'mappings', label: t('mapping:nav'), icon: ListChecks, run: () => void go({ to: '/mappings' }) },
    { id: 'documents', label: t('documents:title'), icon: FileText, run: () => void go({ to: '/documents', search: { view: 'here' } }) },
    { id: 'orders', label: t('orders:title'), icon: Languages, run: () => void go({ to: '/orders' }) },
    { id: 'notices', label: notices, icon: Mail, run: () => void go({ to: '/notices', search: { view: 'paper' } }) },
  ];
  const collect: Command = { id: 'collect', label: t('slips:collect.nav'), icon: Inbox, run: () => void go({ to: '/collect' }) };
  return [...(keepsMatters(me) ? kept : []), ...(collects(me) ? [collect] : [])];
}

/** What is still to be printed, what has to be told another way, and slips that have locked. */
function useWaitingNotices(): number {
  const counts = useNotices('paper').data?.counts;
  return (counts?.paper ?? 0) + (counts?.['given-up'] ?? 0) + (counts?.slips ?? 0);
}
