import { useTranslation } from 'react-i18next';
import type { BusStopInput } from '../../../../shared/api/bus.ts';
import { TextField } from '../../../../shared/ui/text-field.tsx';
import { NamesField } from '../../fields/names-field.tsx';
import { LinesIn } from './lines-in.tsx';

/** Degrees as they are typed. */
export type StopDraft = Omit<BusStopInput, 'latitude' | 'longitude'> & { latitude: string; longitude: string };

const lines = ['street', 'postalCode', 'city', 'latitude', 'longitude'] as const;

type StopFieldsProps = {
  draft: StopDraft;
  onChange: (draft: StopDraft) => void;
  /** What another address does to those who are booked there. */
  warning: string | null;
};

export function StopFields({ draft, onChange, warning }: StopFieldsProps) {
  const { t } = useTranslation('bus');
  const set = (change: Partial<StopDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <NamesField name="name" label={t('keep.name')} value={draft.name} onChange={(name) => set({ name })} />
      <div className="fields two">
        {lines.map((field) => (
          <TextField
            key={field}
            label={t(`keep.${field}`)}
            maxLength={200}
            value={draft[field]}
            onChange={(text) => set({ [field]: text })}
          />
        ))}
      </div>
      <p className="warn" role="status">
        {warning}
      </p>
      <LinesIn label={t('keep.finding')} value={draft.finding} onChange={(finding) => set({ finding })} />
      <LinesIn label={t('keep.access')} value={draft.accessibility} onChange={(accessibility) => set({ accessibility })} />
    </>
  );
}
