import { useTranslation } from 'react-i18next';
import { LineField } from './fields.tsx';
import { keyOf } from './key-of.ts';

/** A key that never changes: proposed from the name until somebody writes another. */
export function KeyField({ value, name, onChange }: { value: string; name: string; onChange: (key: string) => void }) {
  const { t } = useTranslation('admin');
  return <LineField name="key" label={t('key')} hint={t('keyHint')} value={value || keyOf(name)} onChange={onChange} maxLength={60} />;
}
