import { useTranslation } from 'react-i18next';
import { Kbd } from '../../shared/ui/kbd.tsx';

/** The keys of a list, at its foot. */
export function ListKeys() {
  const { t } = useTranslation('desk');
  return (
    <p className="list-keys">
      <span>
        <Kbd keys="j" /> <Kbd keys="k" /> {t('keys.move')}
      </span>
      <span>
        <Kbd keys="Enter" /> {t('keys.open')}
      </span>
      <span>
        <Kbd keys="?" /> {t('keys.all')}
      </span>
    </p>
  );
}
