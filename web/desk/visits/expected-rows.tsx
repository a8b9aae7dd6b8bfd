import { ClipboardList, ClockAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../shared/api/request.ts';
import { type ArrivedAnswer, type BoardExpected, greetExpected, type QueueBoard } from '../../shared/api/visits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { ExpectedPanel } from '../appointments/day/appointment-panel.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { ArrivedPanel } from './arrived-panel.tsx';
import { NeedsMarks } from './needs-marks.tsx';
import { minutesLate } from './standing.ts';
import { useGiven } from './use-given.ts';
import { useBoardNames } from './words.ts';

/** Who has an agreed time today: one tap when they come, and who is late is seen. */
export function ExpectedRows({ board, expected }: { board: QueueBoard; expected: readonly BoardExpected[] }) {
  const { t } = useTranslation('visits');
  const { given, tell, clear } = useGiven(board.pointId);
  return (
    <>
      {expected.length > 0 ? (
        <>
          <h2 className="group">{t('expected.title')}</h2>
          <ul className="line-rows" aria-label={t('expected.title')}>
            {expected.map((one) => (
              <ExpectedRow key={one.id} board={board} one={one} onGiven={tell} />
            ))}
          </ul>
        </>
      ) : null}
      {given ? <ArrivedPanel given={given} pointId={board.pointId} onClose={clear} /> : null}
    </>
  );
}

type ExpectedRowProps = {
  board: QueueBoard;
  one: BoardExpected;
  onGiven: (given: ArrivedAnswer) => void;
};

function ExpectedRow({ board, one, onGiven }: ExpectedRowProps) {
  const { t } = useTranslation('visits');
  const { t: booked } = useTranslation('booked');
  const names = useBoardNames(board);
  const { now, time } = useTimes();
  const [isOpen, setOpen] = useState(false);
  const key = useRef(newKey());
  const { run, isRunning } = useDeed([keys.board(board.pointId)]);
  const late = minutesLate(one, now);
  const arrive = () =>
    run(async () => {
      const given = await greetExpected(one.id, key.current);
      // Taken back, they arrive anew.
      key.current = newKey();
      onGiven(given);
    });
  return (
    <li className="row expected-row">
      <span className="expected-time">
        <Time at={one.dueAt} look="clock" />
      </span>
      <span className="ticket-need">
        {names.queue(one.queueId)}
        <span className="ticket-reason quiet">
          {late > 0 ? (
            <StatusWord tone="warn" icon={ClockAlert}>
              {t('expected.late', { count: late })}
            </StatusWord>
          ) : (
            (one.matter?.title ?? t(`languages.${one.language as 'fi'}`))
          )}
        </span>
      </span>
      <NeedsMarks needs={one.needs} />
      <span className="expected-commands">
        {/* Who will not meet them is told nothing more. */}
        {one.needs ? (
          <Button
            kind="plain"
            size="small"
            icon={ClipboardList}
            aria-label={`${booked('day.open')}: ${time(one.dueAt)}, ${names.queue(one.queueId)}`}
            onPress={() => setOpen(true)}
          />
        ) : null}
        <Button size="small" isPending={isRunning} onPress={() => void arrive()}>
          {t('expected.arrived')}
        </Button>
      </span>
      {isOpen ? <ExpectedPanel id={one.id} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}
