import { useTranslation } from 'react-i18next';
import { changeMe } from '../../shared/api/desk.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Select } from '../../shared/ui/select.tsx';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

/** Where one sits today: it decides which agreements hold. */
export function PointChoice() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const locale = useLocale();
  const { run } = useDeed([['session'], ['matter']]);
  return (
    <Select
      label={t('settings.point')}
      hint={t('settings.pointHint')}
      options={me.points.map((point) => ({ id: point.id, label: nameIn(point.name, locale), hint: nameIn(point.typeLabel, locale) }))}
      value={me.pointId}
      onChange={(pointId) => void run(() => changeMe({ pointId }))}
    />
  );
}
