import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { FreeWish } from '../../../shared/api/booked.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { formatTime, sameDay } from '../../../shared/ui/time-format.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useFreeTimes } from './queries.ts';

/** So many days are looked through at a time, and so many of them shown. */
const LOOKED = 21;
const SHOWN = 4;

type TimesChoiceProps = {
  /** Null: it is not known yet of what. */
  wish: Omit<FreeWish, 'from' | 'until'> | null;
  from: string;
  onFrom: (day: string) => void;
  value: string | null;
  onChange: (startsAt: string) => void;
};

/** The first free times, day by day. */
export function TimesChoice({ wish, from, onFrom, value, onChange }: TimesChoiceProps) {
  const { t } = useTranslation('booked');
  const { date, dateTime } = useTimes();
  const locale = useLocale();
  const free = useFreeTimes(wish && { ...wish, from, until: daysAfter(from, LOOKED - 1) });
  if (!wish) return null;
  if (free.error) return <ErrorState error={free.error} onRetry={() => void free.refetch()} />;
  if (!free.data) return <Skeleton lines={4} />;
  const days = byDay(free.data.times.map(({ startsAt }) => startsAt));
  const shown = days.slice(0, SHOWN);
  const next = days[SHOWN]?.[0]?.slice(0, 10) ?? daysAfter(from, LOOKED);
  return (
    <div className="booking-times">
      {shown.length === 0 ? (
        <p className="quiet" role="status">
          {t('times.none')}
        </p>
      ) : (
        <RadioGroup className="field" value={value} onChange={onChange} aria-label={t('times.label')}>
          <Label className="field-label">
            {t('times.label')} <span className="quiet">{t('times.first', { when: dateTime(shown[0]?.[0] as string) })}</span>
          </Label>
          {shown.map((times) => (
            <div key={times[0]} className="booking-day">
              <span className="booking-date">{date(times[0] as string)}</span>
              <span className="choices">
                {times.map((startsAt) => (
                  <Radio key={startsAt} value={startsAt} className="choice" aria-label={dateTime(startsAt)}>
                    {formatTime(startsAt, locale).replace(/^\D+/u, '')}
                  </Radio>
                ))}
              </span>
            </div>
          ))}
        </RadioGroup>
      )}
      <p className="actions">
        {from === todayInFinland() ? null : (
          <Button size="small" kind="plain" onPress={() => onFrom(todayInFinland())}>
            {t('times.earliest')}
          </Button>
        )}
        <Button size="small" kind="plain" onPress={() => onFrom(next)}>
          {t('times.later')}
        </Button>
      </p>
    </div>
  );
}

function byDay(times: readonly string[]): string[][] {
  const days: string[][] = [];
  for (const startsAt of times) {
    const last = days.at(-1);
    if (last?.[0] && sameDay(last[0], startsAt)) last.push(startsAt);
    else days.push([startsAt]);
  }
  return days;
}
