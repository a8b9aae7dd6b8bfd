import './opening.css';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { TimeField } from './time-field.tsx';
import { faultOn, nextSlot, type Slot } from './week.ts';

/** What the times of a day are called; `open`: said on the button of a day that has none yet. */
export type SlotWords = { none: string; opens: string; closes: string; remove: string; add: string; open?: string };

type SlotsProps = { slots: readonly Slot[]; onChange: (slots: Slot[]) => void; words: SlotWords };

/** The times of one day, each from and until; none is said in words. */
export function Slots({ slots, onChange, words }: SlotsProps) {
  const { t } = useTranslation('admin');
  const fault = faultOn(slots);
  const change = (index: number, part: Partial<Slot>) => onChange(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  return (
    <div className="slots">
      {slots.length === 0 ? <span className="quiet">{words.none}</span> : null}
      {slots.map((slot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a time has nothing but its place in the day
        <span key={index} className="slot">
          <TimeField label={words.opens} value={slot.opens} onChange={(opens) => change(index, { opens })} />
          <span aria-hidden="true">–</span>
          <TimeField label={words.closes} value={slot.closes} onChange={(closes) => change(index, { closes })} />
          <Button
            size="small"
            kind="plain"
            icon={X}
            aria-label={words.remove}
            onPress={() => onChange(slots.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      <Button size="small" kind="plain" icon={Plus} aria-label={words.add} onPress={() => onChange([...slots, nextSlot(slots)])}>
        {slots.length === 0 ? words.open : null}
      </Button>
      {fault ? <span className="field-problem">{t(`opening.faults.${fault}`)}</span> : null}
    </div>
  );
}

/** The openings of one day; none: closed. */
export function Openings({ day, ...slots }: Omit<SlotsProps, 'words'> & { day: string }) {
  const { t } = useTranslation('admin');
  const words = {
    none: t('opening.closed'),
    opens: t('opening.opens', { day }),
    closes: t('opening.closes', { day }),
    remove: t('opening.removeSlot', { day }),
    add: slots.slots.length === 0 ? t('opening.openDay', { day }) : t('opening.addSlot', { day }),
    open: t('opening.open'),
  };
  return <Slots {...slots} words={words} />;
}
