import { useTranslation } from 'react-i18next';
import { inOrder } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { useNames } from '../../session.tsx';
import type { BookingSetUp } from './use-set-up.ts';

const all = 'all';

type PlaceFilterProps = { setUp: BookingSetUp; value: string | null; onChange: (pointId: string | null) => void };

/** Which point's part of the set-up is in sight; nothing to choose where there is one. */
export function PlaceFilter({ setUp: { services, resources }, value, onChange }: PlaceFilterProps) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const locale = useLocale();
  const ids = new Set([
    ...services.flatMap(({ places }) => places.map(({ pointId }) => pointId)),
    ...resources.flatMap(({ pointId }) => pointId ?? []),
  ]);
  if (ids.size < 2) return null;
  const points = inOrder(
    [...ids].map((id) => ({ id, label: names.point(id) })),
    ({ label }) => label,
    locale,
  );
  return (
    <Select
      look="line"
      label={t('point')}
      options={[{ id: all, label: t('allPoints') }, ...points]}
      value={value ?? all}
      onChange={(id) => onChange(id === all ? null : id)}
    />
  );
}
