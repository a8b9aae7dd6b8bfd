import './booking.css';
import { useQuery } from '@tanstack/react-query';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { VisitTimes } from '../../../shared/api/booked.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';

/** Looked through at a time, and so many of the times shown. */
const DAYS = 14;
const SHOWN = 8;

export type Visit = VisitTimes['visits'][number];
type PartWords = ReturnType<typeof usePartWords>;

type VisitTimesProps = {
  label: string;
  /** `of`: what is looked for, by which the answer is known again. */
  look: { of: readonly unknown[]; read: (until: string) => Promise<VisitTimes> };
  /** When it is now: no other time. */
  without?: string | undefined;
  partWords: PartWords;
  from: string;
  onFrom: (day: string) => void;
  value: Visit | null;
  onChange: (visit: Visit | null) => void;
};

/** When all parts of a visit fit one after another. */
export function VisitTimesChoice({ label, look, without, partWords, from, onFrom, value, onChange }: VisitTimesProps) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: ['free-times', 'visit', ...look.of, from],
    queryFn: () => look.read(daysAfter(from, DAYS - 1)),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const others = data.visits.filter(({ startsAt }) => startsAt !== without);
  const shown = others.slice(0, SHOWN);
  const last = shown.at(-1)?.startsAt.slice(0, 10);
  const next = others.length > SHOWN && last && last > from ? last : daysAfter(from, others.length > SHOWN ? 1 : DAYS);
  const go = (day: string) => {
    onChange(null);
    onFrom(day);
  };
  return (
    <div className="booking-times">
      {shown.length === 0 ? (
        <p className="quiet" role="status">
          {t('visit.none')}
        </p>
      ) : (
        <RadioGroup
          className="field"
          value={value?.startsAt ?? null}
          onChange={(startsAt) => onChange(shown.find((one) => one.startsAt === startsAt) ?? null)}
        >
          <Label className="field-label">{label}</Label>
          {shown.map(({ startsAt, parts }) => (
            <Radio key={startsAt} value={startsAt} className="choice visit-choice">
              <span>
                <b>{dateTime(startsAt)}</b>
                <span className="quiet visit-parts">{partWords(parts)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      <p className="actions">
        {from === todayInFinland() ? null : (
          <Button size="small" kind="plain" onPress={() => go(todayInFinland())}>
            {t('times.earliest')}
          </Button>
        )}
        <Button size="small" kind="plain" onPress={() => go(next)}>
          {t('times.later')}
        </Button>
      </p>
    </div>
  );
}

type Called = { id: string; name: Parameters<typeof nameIn>[0] };

/** "9.00 Asumisneuvonta, 9.30 Toimeentulotuki": in the order in which they are given. */
export function usePartWords(services: readonly Called[]) {
  const locale = useLocale();
  const { time } = useTimes();
  const nameOf = new Map(services.map(({ id, name }) => [id, nameIn(name, locale)]));
  return (parts: readonly { serviceId: string; startsAt: string }[]) =>
    parts.map(({ serviceId, startsAt }) => `${time(startsAt)} ${nameOf.get(serviceId) ?? ''}`).join(', ');
}
