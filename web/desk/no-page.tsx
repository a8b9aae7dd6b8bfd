import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../shared/ui/button.tsx';
import { EmptyState } from '../shared/ui/empty-state.tsx';

export function NoPage() {
  const { t } = useTranslation('desk');
  return (
    <main id="main" tabIndex={-1}>
      <title>{`${t('noPage.title')} · Polku`}</title>
      <EmptyState
        isPage
        title={t('noPage.title')}
        action={
          <Link className={buttonClass({})} to="/">
            {t('noPage.toStart')}
          </Link>
        }
      >
        {t('noPage.what')}
      </EmptyState>
    </main>
  );
}
