import { Clock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icon.tsx';
import { epochOf, minutesBetween } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { standingOf } from './promise.ts';

const tones = { quiet: '', near: 'warn', over: 'bad' } as const;

/** How long someone has waited, against what was promised to them. */
export function Age({ since, dueAt }: { since: string; dueAt: string | null }) {
  const { t } = useTranslation('desk');
  const { now, age, dateTime } = useTimes();
  const { waited, promised, level } = standingOf(since, dueAt, now);
  const title = dueAt ? t('list.promised', { at: dateTime(dueAt) }) : t('list.since', { at: dateTime(since) });
  return (
    <span className={`age ${tones[level]}`} title={title}>
      {level === 'near' ? <Icon of={Clock} label={t('list.near')} /> : null}
      {level === 'over' ? <Icon of={TriangleAlert} label={t('list.over')} /> : null}
      {age(waited)}
      {level === 'near' && promised !== null ? ` / ${age(promised)}` : ''}
    </span>
  );
}

/** For the same narrow column: minutes within the last hour, else the clock or the date. */
export function NearOrDate({ at }: { at: string }) {
  const { now, age, moment, dateTime } = useTimes();
  const passed = minutesBetween(at, now);
  return (
    <time dateTime={at} title={dateTime(at)}>
      {epochOf(at) <= now && passed < 60 ? age(passed) : moment(at)}
    </time>
  );
}
