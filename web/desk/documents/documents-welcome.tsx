import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state.tsx';

/** No paper is open: opening is left to the reader, for it is logged. */
export function DocumentsWelcome() {
  const { t } = useTranslation('documents');
  return (
    <>
      <title>{`${t('where')} · Polku`}</title>
      <section className="pane pane-main pane-whole" id="main" tabIndex={-1}>
        <EmptyState title={t('choose')}>{t('chooseHint')}</EmptyState>
      </section>
    </>
  );
}
