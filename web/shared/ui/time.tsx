import { useTimes } from './use-times.ts';

/** A moment in the fewest words that still place it; exact on hover. */
export function Time({ at, look = 'near' }: { at: string; look?: 'near' | 'full' | 'date' | 'clock' }) {
  const times = useTimes();
  const words = { near: times.moment, full: times.dateTime, date: times.date, clock: times.time }[look](at);
  return (
    <time dateTime={at} title={times.dateTime(at)} className="nowrap">
      {words}
    </time>
  );
}
