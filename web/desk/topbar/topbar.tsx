import './topbar.css';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMissedCount } from '../appointments/sessions/use-missed-count.ts';
import { useBulletins } from '../bulletins/queries.ts';
import { onlyGuards, usesDisturbances } from '../disturbances/queries.ts';
import { SilentButton } from '../disturbances/silent-button.tsx';
import { useGuides } from '../knowledge/guides/queries.ts';
import { ThreatButton } from '../knowledge/guides/threat-button.tsx';
import { useCards } from '../knowledge/queries.ts';
import { useActorsToCheck } from '../knowledge/support/queries.ts';
import { useKeptSupport } from '../knowledge/support/use-kept-support.ts';
import { useRequests } from '../queries.ts';
import { administers, keepsMatters, useIsAsked, useSession } from '../session.tsx';
import { useBoard, useServesVisitors } from '../visits/queries.ts';
import { standingOf } from '../visits/standing.ts';
import { AccountMenu } from './account-menu.tsx';
import { BarMenu } from './bar-menu.tsx';
import { DataRequestsLink } from './data-requests-link.tsx';
import { PointMenu } from './point-menu.tsx';
import { SearchBox } from './search-box.tsx';

export function Topbar() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const isAsked = useIsAsked();
  const finds = keepsMatters(me) || isAsked;
  return (
    <header className="topbar">
      <Link className="logo" to="/">
        <Mark />
        Polku
      </Link>
      <BarMenu>
        {keepsMatters(me) ? (
          <li>
            <Link to="/matters" search={{ view: 'mine' }} activeOptions={{ includeSearch: false }}>
              {t('nav.matters')}
            </Link>
          </li>
        ) : null}
        <VisitsLink />
        <AppointmentsLink />
        <RequestsLink />
        {keepsMatters(me) ? <PointMenu /> : <DocumentsLink />}
        {keepsMatters(me) ? null : <DisturbancesLink />}
        <DataRequestsLink />
        {onlyGuards(me) ? null : <KnowledgeLink />}
        {administers(me) ? (
          <li>
            <Link to="/admin">{t('nav.admin')}</Link>
          </li>
        ) : null}
      </BarMenu>
      {finds ? <SearchBox /> : <span className="push" />}
      <SilentButton />
      <ThreatButton />
      <AccountMenu />
    </header>
  );
}

/** For those who are asked as a rule, and for whoever an overdue question has been taken to. */
function RequestsLink() {
  const { t } = useTranslation('desk');
  const isAsked = useIsAsked();
  const counts = useRequests('mine').data?.counts;
  // One's own are among the unit's.
  const open = Math.max(counts?.mine ?? 0, counts?.unit ?? 0);
  if (!isAsked && open === 0) return null;
  return (
    <li>
      <Link to="/requests" search={{ view: 'mine' }} activeOptions={{ includeSearch: false }}>
        {t('nav.requests')} {open > 0 ? <span className="count">{open}</span> : null}
      </Link>
    </li>
  );
}

/** For those who serve visitors at the point where they sit today; the number is of who waits for them. */
function VisitsLink() {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const serves = useServesVisitors();
  const board = useBoard(serves ? me.pointId : null);
  if (!serves || me.points.length === 0 || board.error || (me.pointId && !board.data)) return null;
  const waiting = board.data ? standingOf(board.data, me.id, false).waiting.length : 0;
  return (
    <li>
      <Link to="/visits">
        {t('nav')} {waiting > 0 ? <span className="count">{waiting}</span> : null}
      </Link>
    </li>
  );
}

/** For those who serve visitors: their own times, and those of the point; the number is of missed meetings told to their organisation. */
function AppointmentsLink() {
  const { t } = useTranslation('desk');
  const missed = useMissedCount();
  const isAtMeetings = useRouterState({ select: ({ location }) => location.pathname.startsWith('/meetings') });
  if (!useServesVisitors()) return null;
  return (
    <li>
      <Link to="/appointments" activeOptions={{ includeSearch: false }} {...(isAtMeetings ? { 'aria-current': 'true' as const } : {})}>
        {t('nav.appointments')}{' '}
        {missed > 0 ? (
          <span className="count">
            {missed} <span className="heard">{t('nav.missed', { count: missed })}</span>
          </span>
        ) : null}
      </Link>
    </li>
  );
}

/** For guards, and for administrators; the others have it among what is done at the point. */
function DisturbancesLink() {
  const { t } = useTranslation('disturbances');
  const { me } = useSession();
  if (!usesDisturbances(me)) return null;
  return (
    <li>
      <Link to="/disturbances" search={{}} activeOptions={{ includeSearch: false }}>
        {t('nav')}
      </Link>
    </li>
  );
}

/** For those whom papers are handed to. */
function DocumentsLink() {
  const { t } = useTranslation('documents');
  if (!useIsAsked()) return null;
  return (
    <li>
      <Link to="/documents" search={{ view: 'here' }} activeOptions={{ includeSearch: false }}>
        {t('title')}
      </Link>
    </li>
  );
}

/** Services, cards and news; the number is of what one's own cards, guides and digital support actors want done, and of bulletins that must still be read. */
function KnowledgeLink() {
  const { t } = useTranslation('cards');
  const kept = (useCards('mine').data?.counts.todo ?? 0) + (useGuides('all').data?.counts.todo ?? 0);
  const toCheck = useActorsToCheck(useKeptSupport().length > 0);
  const todo = toCheck + kept + (useBulletins('news').data?.counts.mustRead ?? 0);
  return (
    <li>
      <Link to="/knowledge">
        {t('nav')} {todo > 0 ? <span className="count">{todo}</span> : null}
      </Link>
    </li>
  );
}

/** The path as a mark: down, and out to another. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 14 26" aria-hidden="true">
      <path d="M4 4v18M4 8c0 5 6 3 6 7" />
      <circle className="gone" cx="4" cy="4" r="2.2" />
      <circle cx="10" cy="16" r="2.2" />
      <circle cx="4" cy="22" r="2.2" />
    </svg>
  );
}
