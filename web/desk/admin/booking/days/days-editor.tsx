import { useTranslation } from 'react-i18next';
import type { DaysInput, ExceptionDay } from '../../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { todayInFinland } from '../../../../shared/ui/days.ts';
import { showToast } from '../../../../shared/ui/toasts.ts';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useDeed } from '../../../use-deed.ts';
import { clockIn } from '../../fields/amounts.ts';
import { keys } from '../queries.ts';
import { NewDays } from './new-days.tsx';

export type DaysDraft = Omit<DaysInput, 'version'>;

/** What days apart are called where they are written: whoever is away, or a bus that does not come. */
export type DaysWords = {
  title: string;
  none: string;
  what: string;
  away: string;
  other: string;
  opens: string;
  closes: string;
  removeHours: string;
  moreHours: string;
  awayNow: (days: string) => string;
  otherNow: (days: string) => string;
};

type DaysEditorProps = {
  days: readonly ExceptionDay[];
  words: DaysWords;
  draft: DaysDraft | null;
  onDraft: (draft: DaysDraft | null) => void;
  /** @returns how many must be moved by it */
  write: (days: DaysDraft) => Promise<number>;
  onWritten: (mustMove: number) => void;
};

/** Days apart from the usual ones. Each is written at once. */
export function DaysEditor({ days, words, draft, onDraft, write, onWritten }: DaysEditorProps) {
  const { t } = useTranslation('booking-setup');
  const { date } = useTimes();
  const { run, isRunning, problem } = useDeed([keys.all], { tellsHere: true });
  const coming = days.filter(({ day }) => day >= todayInFinland());
  const writeDown = async (those: DaysDraft, said: string) => {
    let mustMove = 0;
    const isDone = await run(async () => {
      mustMove = await write(those);
    });
    if (!isDone) return;
    showToast({ text: said });
    onDraft(null);
    onWritten(mustMove);
  };
  const span = ({ from, until }: DaysDraft) => (from === until ? date(from) : `${date(from)}–${date(until)}`);
  return (
    <section className="fields" aria-labelledby="days-title">
      <h2 id="days-title">{words.title}</h2>
      {coming.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="booking-lines">
        {coming.map((one) => (
          <DayLine
            key={one.day}
            day={one}
            away={words.away}
            isDisabled={isRunning}
            onUsual={() => void writeDown({ from: one.day, until: one.day, hours: null }, t('days.usualNow', { days: date(one.day) }))}
          />
        ))}
      </ul>
      <NewDays
        draft={draft}
        words={words}
        onDraft={onDraft}
        isWriting={isRunning}
        onWrite={(those) => void writeDown(those, (those.hours?.length === 0 ? words.awayNow : words.otherNow)(span(those)))}
      />
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  );
}

type DayLineProps = { day: ExceptionDay; away: string; isDisabled: boolean; onUsual: () => void };

function DayLine({ day: { day, hours }, away, isDisabled, onUsual }: DayLineProps) {
  const { t } = useTranslation('booking-setup');
  const locale = useLocale();
  const { date } = useTimes();
  const clock = (time: string) => clockIn(time, locale, 'short');
  const words = hours.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', ') || away;
  return (
    <li className="booking-line">
      <div className="booking-line-words">
        <span>
          <strong>{date(day)}</strong> {words}
        </span>
        <Button size="small" isDisabled={isDisabled} aria-label={t('days.usualOn', { day: date(day) })} onPress={onUsual}>
          {t('days.usual')}
        </Button>
      </div>
    </li>
  );
}
