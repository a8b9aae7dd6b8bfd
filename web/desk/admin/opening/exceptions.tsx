import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import type { OpeningHours } from '../api.ts';
import { DayField } from '../fields/day-field.tsx';
import { Openings } from './slots.tsx';
import type { Slot } from './week.ts';

type Exceptions = OpeningHours['exceptions'];

/** Days that are not as usual. Each beats the week and the holidays; those gone by stay out of sight, as past times are counted with them. */
export function Exceptions({ value, onChange }: { value: Exceptions; onChange: (exceptions: Exceptions) => void }) {
  const { t } = useTranslation('admin');
  const { date } = useTimes();
  const today = todayInFinland();
  const dates = [...new Set(value.map((exception) => exception.date))].filter((day) => day >= today).sort();
  const without = (day: string) => value.filter((exception) => exception.date !== day);
  const set = (day: string, slots: readonly Slot[]) => onChange([...without(day), ...asExceptions(day, slots)]);
  return (
    <div className="exceptions">
      <h3>{t('opening.exceptions')}</h3>
      {dates.length === 0 ? <p className="quiet">{t('opening.noExceptions')}</p> : null}
      <dl className="week">
        {dates.map((day) => (
          <div key={day}>
            <dt>{date(day)}</dt>
            <dd>
              <Openings day={date(day)} slots={slotsIn(value, day)} onChange={(slots) => set(day, slots)} />
              <Button
                size="small"
                push
                aria-label={t('opening.removeException', { day: date(day) })}
                onPress={() => onChange(without(day))}
              >
                {t('opening.remove')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <NewException taken={dates} onAdd={(day) => set(day, [])} />
    </div>
  );
}

function NewException({ taken, onAdd }: { taken: readonly string[]; onAdd: (day: string) => void }) {
  const { t } = useTranslation('admin');
  const [day, setDay] = useState<string | null>(daysAfter(todayInFinland(), 1));
  const isTaken = day !== null && taken.includes(day);
  const isPast = day !== null && day < todayInFinland();
  return (
    <div className="new-exception">
      <DayField
        name="exception"
        label={t('opening.exceptionDay')}
        value={day}
        onChange={setDay}
        problem={isTaken ? t('opening.taken') : isPast ? t('opening.past') : undefined}
      />
      <Button icon={Plus} isDisabled={!day || isTaken || isPast} onPress={() => day && onAdd(day)}>
        {t('opening.addException')}
      </Button>
    </div>
  );
}

function slotsIn(exceptions: Exceptions, day: string): Slot[] {
  return exceptions.flatMap(({ date, opens, closes, closed }) => (date === day && !closed && opens && closes ? [{ opens, closes }] : []));
}

/** A day without openings is closed. */
function asExceptions(date: string, slots: readonly Slot[]): Exceptions {
  return slots.length === 0 ? [{ date, closed: true }] : slots.map(({ opens, closes }) => ({ date, opens, closes, closed: false }));
}
