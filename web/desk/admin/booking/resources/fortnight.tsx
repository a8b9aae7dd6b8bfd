import { useTranslation } from 'react-i18next';
import type { ResourceTrial } from '../../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useLanguageWords } from '../../../knowledge/specialists/use-specialist-words.ts';
import { useNames } from '../../../session.tsx';
import { clockIn } from '../../fields/amounts.ts';
import { useNameHere } from '../../words.ts';
import type { Trial } from '../trial/use-trial.ts';

type Day = ResourceTrial['days'][number];

/** How the hours fall on the coming two weeks, holidays and days otherwise counted in. */
export function Fortnight({ trial: { answer, error, isOld }, pointId }: { trial: Trial<ResourceTrial>; pointId: string | null }) {
  const { t } = useTranslation('booking-setup');
  // Why it cannot be shown is told by the free times above.
  if (!answer) return error ? null : <Skeleton lines={8} />;
  const weeks = [answer.days.slice(0, 7), answer.days.slice(7)];
  return (
    <section aria-labelledby="fortnight-title" aria-busy={isOld}>
      <h2 id="fortnight-title">{t('fortnight.title')}</h2>
      {weeks.map((week) => (
        <dl key={week[0]?.day} className="booking-days">
          {runsOf(week).map(([day, last]) => (
            <OneDay key={day.day} day={day} last={last} usualPoint={pointId} />
          ))}
        </dl>
      ))}
    </section>
  );
}

/** Days on which nothing is are said together. */
function runsOf(days: readonly Day[]): [first: Day, last: Day][] {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const before = runs.at(-1);
    if (before && isOff(before[1]) && isOff(day)) before[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

const isOff = ({ hours, instead, holiday }: Day) => hours.length === 0 && !instead && holiday === null;

type DayProps = { day: Day; usualPoint: string | null };

function OneDay({ day, last, usualPoint }: DayProps & { last: Day }) {
  const { date } = useTimes();
  const nameHere = useNameHere();
  return (
    <div>
      <dt>{day === last ? date(day.day) : `${date(day.day)}–${date(last.day)}`}</dt>
      <dd>
        <When day={day} usualPoint={usualPoint} />
        {day.holiday ? <span className="quiet"> · {nameHere(day.holiday)}</span> : null}
      </dd>
    </div>
  );
}

function When({ day: { hours, instead, closed }, usualPoint }: DayProps) {
  const { t } = useTranslation('booking-setup');
  const locale = useLocale();
  const names = useNames();
  const language = useLanguageWords();
  const clock = (time: string) => clockIn(time, locale, 'short');
  if (hours.length === 0) return <span className={instead ? 'warn' : 'quiet'}>{t(instead ? 'fortnight.away' : 'fortnight.off')}</span>;
  return (
    <>
      {hours.map(({ opens, closes, pointId, languages }) => (
        <span key={`${opens} ${pointId} ${languages}`} className="booking-stretch">
          <strong>{`${clock(opens)}–${clock(closes)}`}</strong>{' '}
          {[pointId === usualPoint ? '' : names.point(pointId), ...(languages ?? []).map(language.word)].filter(Boolean).join(', ')}
        </span>
      ))}
      {instead ? <span className="quiet"> {t('fortnight.instead')}</span> : null}
      {closed ? <span className="warn"> {t('fortnight.closed')}</span> : null}
    </>
  );
}
