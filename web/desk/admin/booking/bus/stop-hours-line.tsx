import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BusStopHours } from '../../../../shared/api/bus.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { weekdayName } from '../../../../shared/ui/days.ts';
import { Taps } from '../../../../shared/ui/taps.tsx';
import { DayField } from '../../fields/day-field.tsx';
import { TimeField } from '../../opening/time-field.tsx';
import { weekdays } from '../../opening/week.ts';
import { NumberField } from '../../queues/displays/number-field.tsx';

type LineProps = { hours: BusStopHours; onChange: (hours: BusStopHours) => void; onRemove: () => void };

/** On which days of which weeks the bus stands there, and from when to when. */
export function StopHoursLine({ hours, onChange, onRemove }: LineProps) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  const set = (change: Partial<BusStopHours>) => onChange({ ...hours, ...change });
  return (
    <div className="fields admin-inset">
      <Taps
        label={t('keep.weekdays')}
        options={weekdays.map((day) => ({ id: String(day), label: weekdayName(day, locale, 'short') }))}
        value={hours.weekdays.map(String)}
        onChange={(days) => set({ weekdays: days.map(Number).sort() })}
      />
      <fieldset className="booking-clock">
        <legend>{t('keep.clock')}</legend>
        <TimeField label={t('keep.opens')} value={hours.opens} onChange={(opens) => set({ opens })} />
        <span aria-hidden="true">–</span>
        <TimeField label={t('keep.closes')} value={hours.closes} onChange={(closes) => set({ closes })} />
      </fieldset>
      <div className="fields two">
        <NumberField
          name="everyWeeks"
          label={t('keep.weeks')}
          value={hours.everyWeeks}
          from={1}
          to={52}
          onChange={(everyWeeks) => set({ everyWeeks })}
        />
        {hours.everyWeeks > 1 ? (
          <DayField name="anchor" label={t('keep.anchor')} value={hours.anchor} onChange={(anchor) => anchor && set({ anchor })} />
        ) : null}
        <DayField name="validFrom" label={t('keep.validFrom')} value={hours.validFrom} onChange={(validFrom) => set({ validFrom })} />
        <DayField name="validUntil" label={t('keep.validUntil')} value={hours.validUntil} onChange={(validUntil) => set({ validUntil })} />
      </div>
      <p>
        <Button size="small" kind="plain" icon={Trash2} onPress={onRemove}>
          {t('keep.removeHours')}
        </Button>
      </p>
    </div>
  );
}
