import './booking.css';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { type Booked, moveWhole, readWholeTimes, type VisitTimes, type WholeVisit } from '../../../shared/api/booked.ts';
import { newKey } from '../../../shared/api/request.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';

/** Looked through at a time, and so many of the times shown. */
const DAYS = 14;
const SHOWN = 8;

type Visit = VisitTimes['visits'][number];
type MoveVisitProps = { booked: Booked; visit: WholeVisit; onClose: () => void };

/** All that is left of a visit at several services moves at once, under the same code; the customer is told of it as one. */
export function MoveVisitPanel({ booked, visit, onClose }: MoveVisitProps) {
  const { t } = useTranslation('booked');
  const { date, dateTime } = useTimes();
  const partWords = usePartWords(visit);
  const [from, setFrom] = useState(todayInFinland);
  const [chosen, setChosen] = useState<Visit | null>(null);
  const key = useRef(newKey());
  const touched = [...(booked.matter ? [keys.matter(booked.matter.id)] : []), keys.boards, keys.calendars, ['free-times']];
  const { run, isRunning, problem } = useDeed(touched, { tellsHere: true });
  const choose = (to: Visit | null) => {
    key.current = newKey();
    setChosen(to);
  };
  const move = async () => {
    if (chosen && (await run(() => moveWhole(visit, chosen, key.current)))) onClose();
  };
  return (
    <Panel
      title={t('visit.title')}
      facts={dateTime(visit.parts[0]?.startsAt as string)}
      onClose={onClose}
      foot={<FormFoot save={t('visit.save')} isPending={isRunning} isDisabled={!chosen} problem={problem} onSave={() => void move()} />}
    >
      <p>
        <b>{t('visit.now')}</b> {date(visit.parts[0]?.startsAt as string)} {partWords(visit.parts)}
      </p>
      <p className="quiet">{t('visit.what')}</p>
      <Times visit={visit} from={from} onFrom={setFrom} value={chosen} onChange={choose} />
    </Panel>
  );
}

type TimesProps = {
  visit: WholeVisit;
  from: string;
  onFrom: (day: string) => void;
  value: Visit | null;
  onChange: (visit: Visit | null) => void;
};

function Times({ visit, from, onFrom, value, onChange }: TimesProps) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const partWords = usePartWords(visit);
  const { data, error, refetch } = useQuery({
    queryKey: ['free-times', 'visit', visit.id, from],
    queryFn: () => readWholeTimes(visit.id, from, daysAfter(from, DAYS - 1)),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const others = data.visits.filter(({ startsAt }) => startsAt !== visit.parts[0]?.startsAt);
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
          <Label className="field-label">{t('visit.times')}</Label>
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

/** "9.00 Asumisneuvonta, 9.30 Toimeentulotuki": in the order in which they are given. */
function usePartWords(visit: WholeVisit) {
  const locale = useLocale();
  const { time } = useTimes();
  const nameOf = new Map(visit.parts.map(({ serviceId, serviceName }) => [serviceId, nameIn(serviceName, locale)]));
  return (parts: readonly { serviceId: string; startsAt: string }[]) =>
    parts.map(({ serviceId, startsAt }) => `${time(startsAt)} ${nameOf.get(serviceId) ?? ''}`).join(', ');
}
