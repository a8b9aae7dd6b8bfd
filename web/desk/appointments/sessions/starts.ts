import { daysAfter } from '../../../shared/ui/days.ts';
import { momentOfLocal } from '../../../shared/ui/local-time.ts';

const MOST = 60;

type Repeated = { day: string; time: string; count: string; every: string };

/** When each meeting begins: at the same clock time in Finland, whatever the daylight saving. None while something is missing. */
export function startsOf({ day, time, count, every }: Repeated): string[] {
  const [many, weeks] = [Number(count), Number(every)];
  const isWhole = Number.isInteger(many) && Number.isInteger(weeks) && many >= 1 && many <= MOST && weeks >= 1 && weeks <= 52;
  if (!isWhole || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return [];
  return Array.from({ length: many }, (_, n) => momentOfLocal(`${daysAfter(day, n * weeks * 7)}T${time}`) as string);
}
