import './opening.css';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { weekdayName } from '../../../shared/ui/days.ts';
import { Tap } from '../../../shared/ui/taps.tsx';
import type { OpeningHours } from '../api.ts';
import { useFault } from '../edit/faults.ts';
import { Exceptions } from './exceptions.tsx';
import { Openings } from './slots.tsx';
import { copiedOverWeek, slotsOn, weekdays, withSlots } from './week.ts';

/** A week's usual hours, the days that are otherwise, and the holidays. */
export function OpeningEditor({ value, onChange }: { value: OpeningHours; onChange: (hours: OpeningHours) => void }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const fault = useFault('opening');
  return (
    <section className="opening">
      <div className="section-head">
        <h2>{t('opening.title')}</h2>
        {slotsOn(value, 1).length > 0 ? (
          <Button size="small" kind="plain" push icon={Copy} onPress={() => onChange(copiedOverWeek(value, 1))}>
            {t('opening.copyMonday')}
          </Button>
        ) : null}
      </div>
      {fault ? <p className="field-problem">{fault}</p> : null}
      <dl className="week">
        {weekdays.map((weekday) => {
          const day = weekdayName(weekday, locale, 'long');
          return (
            <div key={weekday}>
              <dt>{day}</dt>
              <dd>
                <Openings day={day} slots={slotsOn(value, weekday)} onChange={(slots) => onChange(withSlots(value, weekday, slots))} />
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="opening-holidays">
        <Tap value="holidays" isSelected={value.holidaysClosed} onChange={(holidaysClosed) => onChange({ ...value, holidaysClosed })}>
          {t('opening.holidaysClosed')}
        </Tap>
      </p>
      <p className="hint">{t('opening.holidaysHint')}</p>
      <Exceptions value={value.exceptions} onChange={(exceptions) => onChange({ ...value, exceptions })} />
    </section>
  );
}
