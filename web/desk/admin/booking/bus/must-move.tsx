import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Said after a change of where or when the bus stands: nobody, or how many, with the way to them. */
export function MustMove({ count }: { count: number }) {
  const { t } = useTranslation('bus');
  if (count === 0) return t('keep.nobodyMoved');
  return (
    <Link to="/admin/$section/$itemId" params={{ section: 'booking', itemId: 'moves' }}>
      {t('adrift', { count })}
    </Link>
  );
}
