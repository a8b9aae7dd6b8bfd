import './admin.css';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useSession } from '../session.tsx';
import { AdminNav } from './admin-nav.tsx';
import { Overview } from './overview/overview.tsx';
import { isSection, pages } from './sections.ts';

/** Where administrators keep people, places, words and mailboxes. Loaded when it is first opened. */
export function AdminPlace() {
  const { ready } = useTranslation('admin');
  const { me } = useSession();
  const { section, itemId } = useParams({ strict: false });
  if (!ready) return <Skeleton lines={8} />;
  if (!me.roles.includes('administrator')) return <NotForYou />;
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
  const { t } = useTranslation('admin');
  if (section === undefined) return <Overview />;
  if (!isSection(section)) return <EmptyState title={t('notHere.title')}>{t('notHere.hint')}</EmptyState>;
  const Shown = pages[section];
  return <Shown key={section} itemId={itemId} />;
}

function NotForYou() {
  const { t } = useTranslation('admin');
  return (
    <main id="main" tabIndex={-1}>
      <EmptyState title={t('notForYou.title')}>{t('notForYou.hint')}</EmptyState>
    </main>
  );
}
