import './topbar.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBulletins } from '../bulletins/queries.ts';
import { useCards } from '../knowledge/queries.ts';
import { useRequests } from '../queries.ts';
import { keepsMatters, useIsAsked, useSession } from '../session.tsx';
import { AccountMenu } from './account-menu.tsx';
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
      <nav aria-label={t('nav.label')}>
        <ul>
          {keepsMatters(me) ? (
            <li>
              <Link to="/matters" search={{ view: 'mine' }} activeOptions={{ includeSearch: false }}>
                {t('nav.matters')}
              </Link>
            </li>
          ) : null}
          <RequestsLink />
          {keepsMatters(me) ? <PointMenu /> : <DocumentsLink />}
          <DataRequestsLink />
          <KnowledgeLink />
          {me.roles.includes('administrator') ? (
            <li>
              <Link to="/admin">{t('nav.admin')}</Link>
            </li>
          ) : null}
        </ul>
      </nav>
      {finds ? <SearchBox /> : <span className="push" />}
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

/** Services, cards and news; the number is of what one's own cards want done and of bulletins that must still be read. */
function KnowledgeLink() {
  const { t } = useTranslation('cards');
  const todo = (useCards('mine').data?.counts.todo ?? 0) + (useBulletins('news').data?.counts.mustRead ?? 0);
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
