import { useState } from 'react';
import type { ExceptionDay } from '../../../../shared/api/booking-setup.ts';
import { type BusStop, writeStopDays } from '../../../../shared/api/bus.ts';
import { type DaysDraft, DaysEditor } from '../days/days-editor.tsx';
import { MustMove } from './must-move.tsx';
import { useDaysWords } from './use-days-words.ts';

type StopDaysProps = { stop: BusStop; version: number; onVersion: (version: number) => void };

/** Days on which the bus does not come to the stop, or comes at other hours. Who is booked then stays, and must be moved. */
export function StopDays({ stop, version, onVersion }: StopDaysProps) {
  const [draft, setDraft] = useState<DaysDraft | null>(null);
  const [mustMove, setMustMove] = useState<number | null>(null);
  const write = async (days: DaysDraft) => {
    const changed = await writeStopDays(stop.id, { ...days, version });
    onVersion(changed.version);
    return changed.count;
  };
  return (
    <>
      <DaysEditor
        days={daysOf(stop.exceptions)}
        words={useDaysWords()}
        draft={draft}
        onDraft={setDraft}
        write={write}
        onWritten={setMustMove}
      />
      <p role="status">{mustMove === null ? null : <MustMove count={mustMove} />}</p>
    </>
  );
}

/** A day with several stretches is one. */
const daysOf = (exceptions: BusStop['exceptions']): ExceptionDay[] =>
  [...Map.groupBy(exceptions, ({ date }) => date)].map(([day, those]) => ({ day, hours: those.flatMap(({ hours }) => hours ?? []) }));
