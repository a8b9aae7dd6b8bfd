import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { TimeField } from './time-field.tsx';
import { faultOn, nextSlot, type Slot } from './week.ts';

/** The openings of one day; none: closed. */
export function Slots({ day, slots, onChange }: { day: string; slots: readonly Slot[]; onChange: (slots: Slot[]) => void }) {
  const { t } = useTranslation('admin');
  const fault = faultOn(slots);
  const change = (index: number, part: Partial<Slot>) => onChange(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  return (
    <div className="slots">
      {slots.length === 0 ? <span className="quiet">{t('opening.closed')}</span> : null}
      {slots.map((slot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an opening has nothing but its place in the day
        <span key={index} className="slot">
          <TimeField label={t('opening.opens', { day })} value={slot.opens} onChange={(opens) => change(index, { opens })} />
          <span aria-hidden="true">–</span>
          <TimeField label={t('opening.closes', { day })} value={slot.closes} onChange={(closes) => change(index, { closes })} />
          <Button
            size="small"
            kind="plain"
            icon={X}
            aria-label={t('opening.removeSlot', { day })}
            onPress={() => onChange(slots.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      <Button
        size="small"
        kind="plain"
        icon={Plus}
        aria-label={slots.length === 0 ? t('opening.openDay', { day }) : t('opening.addSlot', { day })}
        onPress={() => onChange([...slots, nextSlot(slots)])}
      >
        {slots.length === 0 ? t('opening.open') : null}
      </Button>
      {fault ? <span className="field-problem">{t(`opening.faults.${fault}`)}</span> : null}
    </div>
  );
}
