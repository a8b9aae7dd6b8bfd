import { Copy, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialistHours } from '../../../shared/api/specialists.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { dayIn, dayOf } from '../../../shared/ui/day-text.ts';
import { daysAfter, todayInFinland, weekdayName } from '../../../shared/ui/days.ts';
import { Tap } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { Slots } from '../../admin/opening/slots.tsx';
import { copiedOverWeek, type Slot, slotsOn, weekdays, withSlots } from '../../admin/opening/week.ts';

type EditorProps = { title: string; value: SpecialistHours; onChange: (hours: SpecialistHours) => void };

/** Hours that come again each week, and days that are otherwise. */
export function HoursEditor({ title, value, onChange }: EditorProps) {
  const { t } = useTranslation('specialists');
  const locale = useLocale();
  const id = useId();
  // The zone is the unit's; the arithmetic of a week does without it.
  const hours = { ...value, zone: '' };
  const keep = ({ weekly }: SpecialistHours) => onChange({ ...value, weekly });
  return (
    <section className="hours-editor" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {slotsOn(hours, 1).length > 0 ? (
          <Button size="small" kind="plain" push icon={Copy} onPress={() => keep(copiedOverWeek(hours, 1))}>
            {t('edit.copyMonday')}
          </Button>
        ) : null}
      </div>
      <dl className="week-hours">
        {weekdays.map((weekday) => {
          const day = weekdayName(weekday, locale, 'long');
          return (
            <div key={weekday}>
              <dt>{day}</dt>
              <dd>
                <Times day={day} slots={slotsOn(hours, weekday)} onChange={(slots) => keep(withSlots(hours, weekday, slots))} />
              </dd>
            </div>
          );
        })}
      </dl>
      <Tap value="holidays" isSelected={value.holidaysClosed} onChange={(holidaysClosed) => onChange({ ...value, holidaysClosed })}>
        {t('notOnHolidays')}
      </Tap>
      <OtherDays value={value.exceptions} onChange={(exceptions) => onChange({ ...value, exceptions })} />
    </section>
  );
}

function Times({ day, slots, onChange }: { day: string; slots: readonly Slot[]; onChange: (slots: Slot[]) => void }) {
  const { t } = useTranslation('specialists');
  const words = {
    none: t('noHours'),
    opens: t('edit.from', { day }),
    closes: t('edit.until', { day }),
    remove: t('edit.removeTime', { day }),
    add: t('edit.addTime', { day }),
  };
  return <Slots slots={slots} onChange={onChange} words={words} />;
}

type Exceptions = SpecialistHours['exceptions'];

function OtherDays({ value, onChange }: { value: Exceptions; onChange: (exceptions: Exceptions) => void }) {
  const { t } = useTranslation('specialists');
  const locale = useLocale();
  const [text, setText] = useState(() => dayIn(daysAfter(todayInFinland(), 1), locale));
  const day = dayOf(text);
  const days = [...new Set(value.map(({ date }) => date))].filter((date) => date >= todayInFinland()).sort();
  const without = (date: string) => value.filter((one) => one.date !== date);
  const put = (date: string, slots: readonly Slot[]) => onChange([...without(date), ...exceptionsOf(date, slots)]);
  return (
    <div className="other-days">
      <h3>{t('edit.otherDays')}</h3>
      <dl className="week-hours">
        {days.map((date) => (
          <div key={date}>
            <dt>{dayIn(date, locale)}</dt>
            <dd>
              <Times day={dayIn(date, locale)} slots={slotsIn(value, date)} onChange={(slots) => put(date, slots)} />
              <Button size="small" kind="plain" push onPress={() => onChange(without(date))}>
                {t('edit.asUsual')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        <TextField
          label={t('edit.otherDay')}
          value={text}
          onChange={setText}
          inputMode="numeric"
          maxLength={10}
          problem={day ? undefined : t('edit.dayFault')}
        />
        <Button icon={Plus} isDisabled={!day || days.includes(day)} onPress={() => day && put(day, [])}>
          {t('edit.addDay')}
        </Button>
      </div>
    </div>
  );
}

function slotsIn(exceptions: Exceptions, day: string): Slot[] {
  return exceptions.flatMap(({ date, opens, closes, closed }) => (date === day && !closed && opens && closes ? [{ opens, closes }] : []));
}

/** A day without times is one on which there is none. */
function exceptionsOf(date: string, slots: readonly Slot[]): Exceptions {
  return slots.length === 0 ? [{ date, closed: true }] : slots.map(({ opens, closes }) => ({ date, opens, closes, closed: false }));
}
