import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Bookable, BookingTrial } from '../../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { daysAfter } from '../../../../shared/ui/days.ts';
import { localOf } from '../../../../shared/ui/local-time.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useSayWhy } from '../../../use-deed.ts';
import { clockIn } from '../../fields/amounts.ts';
import { MustMove } from './must-move.tsx';
import type { Look } from './use-look.ts';
import type { Trial } from './use-trial.ts';

type FreeWeekProps = { trial: Trial<BookingTrial>; look: Look; who?: Bookable['who']; hasChanges: boolean };

/** The free times of a week as a resident would see them, and who would have to be moved. */
export function FreeWeek({ trial, look, who = 'public', hasChanges }: FreeWeekProps) {
  const { t } = useTranslation('booking-setup');
  const { answer, isOld } = trial;
  return (
    <section className="booking-look" aria-labelledby="look-title" aria-busy={isOld}>
      <h2 id="look-title">{t('trial.title')}</h2>
      <p className="hint">{t(hasChanges ? 'trial.asChanged' : 'trial.asSaved')}</p>
      {answer && answer.count > 0 ? <MustMove conflicts={answer} hasChanges={hasChanges} /> : null}
      {look.options.length === 0 ? <p className="quiet">{t('trial.noPlace')}</p> : <Week trial={trial} look={look} />}
      {who === 'public' ? null : <p className="hint">{t(`trial.${who}`)}</p>}
    </section>
  );
}

function Week({ trial: { answer, error, isOld, retry }, look }: Pick<FreeWeekProps, 'trial' | 'look'>) {
  const { t } = useTranslation('booking-setup');
  const sayWhy = useSayWhy();
  const { date } = useTimes();
  return (
    <>
      {look.options.length > 1 ? (
        <Select look="line" label={t('trial.place')} options={look.options} value={look.shown} onChange={look.choose} />
      ) : null}
      <div className="booking-week-head">
        <Button
          size="small"
          kind="plain"
          icon={ChevronLeft}
          aria-label={t('trial.earlier')}
          isDisabled={look.isFirst}
          onPress={look.earlier}
        />
        <strong>{t('trial.week', { from: date(look.from), until: date(daysAfter(look.from, 6)) })}</strong>
        <Button size="small" kind="plain" icon={ChevronRight} aria-label={t('trial.later')} onPress={look.later} />
      </div>
      {error ? (
        <p className="field-problem" role="alert">
          {t('trial.failed')} {sayWhy(error)}{' '}
          <Button size="small" onPress={retry}>
            {t('trial.again')}
          </Button>
        </p>
      ) : null}
      {!answer && !error ? <Skeleton lines={5} /> : null}
      {answer && !error ? <Days trial={answer} from={look.from} /> : null}
      <p className="heard" role="status">
        {answer && !isOld ? t('trial.count', { count: answer.times.length }) : ''}
      </p>
    </>
  );
}

function Days({ trial: { given, times }, from }: { trial: BookingTrial; from: string }) {
  const { t } = useTranslation('booking-setup');
  const locale = useLocale();
  const { date } = useTimes();
  if (!given) return <p className="booking-none">{t('trial.notGiven')}</p>;
  if (times.length === 0) return <p className="booking-none">{t('trial.none')}</p>;
  const local = times.map(({ startsAt }) => localOf(startsAt).split('T') as [string, string]);
  const days = Array.from({ length: 7 }, (_, n) => daysAfter(from, n));
  return (
    <dl className="booking-week">
      {days.map((day) => {
        const clocks = local.filter(([on]) => on === day).map(([, clock]) => clock);
        return (
          <div key={day}>
            <dt>{date(day)}</dt>
            <dd>
              {clocks.length === 0 ? <span className="quiet">{t('trial.noTimes')}</span> : null}
              {clocks.map((clock) => (
                <span key={clock} className="booking-time">
                  {clockIn(clock, locale)}
                </span>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
