import './admin.css';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { administers, keepsPoints, useSession } from '../session.tsx';
import { AdminNav } from './admin-nav.tsx';
import { Overview } from './overview/overview.tsx';
import { isSection, pages } from './sections.ts';
import { useMaySee } from './use-may-see.ts';

/** Where administrators keep people, places, words and mailboxes, the development team the search and the directory, and point managers the queues. Loaded when it is first opened. */
export function AdminPlace() {
  const { ready } = useTranslation('admin');
  const { me } = useSession();
  const { section, itemId } = useParams({ strict: false });
  if (!ready) return <Skeleton lines={8} />;
  if (!administers(me) && !keepsPoints(me)) return <NotForYou />;
  return (
    <div className="panes admin" data-showing={section ? 'main' : 'list'}>
      <AdminNav section={section} />
      <main className="pane pane-whole" id="main" tabIndex={-1}>
        <Page section={section} itemId={itemId} />
      </main>
    </div>
  );
}

function Page({ section, itemId }: { section: string | undefined; itemId: string | undefined }) {
  const { me } = useSession();
  const maySee = useMaySee();
  if (section === undefined) {
    if (me.roles.includes('administrator')) return <Overview />;
    return <Told what={administers(me) ? 'developers' : 'keepers'} />;
  }
  if (!isSection(section)) return <Told what="notHere" />;
  // What is common to the region says itself whose it is.
  const isCommon = section === 'faults' || section === 'directory';
  if (!isCommon && !maySee(section)) return <Told what="notForYou" />;
  const Shown = pages[section];
  return <Shown key={section} itemId={itemId} />;
}

function NotForYou() {
  return (
    <main id="main" tabIndex={-1}>
      <Told what="notForYou" />
    </main>
  );
}

/** The whole page: whose it is, or that there is none. */
function Told({ what }: { what: 'developers' | 'keepers' | 'notHere' | 'notForYou' }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <title>{`${t(`${what}.title`)} · Polku`}</title>
      <EmptyState isPage title={t(`${what}.title`)}>
        {t(`${what}.hint`)}
      </EmptyState>
    </>
  );
}
