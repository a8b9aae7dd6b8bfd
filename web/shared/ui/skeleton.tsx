import './skeleton.css';
import { useTranslation } from 'react-i18next';

/** Grey lines in place of what is coming; CSS keeps them away for the first 150 ms, so that a quick answer never flickers. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className="skeleton" role="status">
      <span className="heard">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing but a place
        <span key={index} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
