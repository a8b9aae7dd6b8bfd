import { useTranslation } from 'react-i18next';
import { Select } from '../../../shared/ui/select.tsx';

type PeopleProps = { most: number; value: number; onChange: (people: number) => void };

/** How many come together, where several may: who they are is not asked. */
export function PeopleField({ most, value, onChange }: PeopleProps) {
  const { t } = useTranslation('booked');
  if (most <= 1) return null;
  const counts = Array.from({ length: most }, (_, n) => n + 1);
  return (
    <Select
      label={t('people')}
      options={counts.map((count) => ({ id: String(count), label: t('peopleCount', { count }) }))}
      value={String(value)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
