import { useTranslation } from 'react-i18next';
import { useOrganisations } from '../queries.ts';
import { useAdministered, useNameHere, validityOf } from '../words.ts';
import { PickField } from './fields.tsx';

/** The organisation something new belongs to: one of those one keeps. */
export function OwnerField({ value, onChange }: { value: string | null; onChange: (organisationId: string | null) => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const kept = (useOrganisations().data ?? []).filter((one) => validityOf(one) !== 'ended');
  return (
    <PickField
      name="organisationId"
      label={t('owner')}
      options={kept.map((one) => ({ id: one.id, label: nameHere(one.name) }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** Where one administers a single organisation, it is the likely owner. */
export function useOnlyOwner(): string | null {
  const mine = useAdministered();
  return mine.length === 1 ? (mine[0] ?? null) : null;
}
