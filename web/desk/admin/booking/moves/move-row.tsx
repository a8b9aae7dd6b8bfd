import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BookingConflict, moveTo, type OtherTimes, otherTimes } from '../../../../shared/api/booking-setup.ts';
import { ApiProblem } from '../../../../shared/api/problem.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { epochOf } from '../../../../shared/ui/time-format.ts';
import { showToast } from '../../../../shared/ui/toasts.ts';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useLanguageWords } from '../../../knowledge/specialists/use-specialist-words.ts';
import { useDeed, useSayWhy } from '../../../use-deed.ts';
import { useNameHere } from '../../words.ts';
import { keys } from '../queries.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { isAt, proposalFor } from './proposal.ts';
import { useReasons } from './use-reasons.ts';

/** One customer, by the time alone: who they are is known where they are served. */
export function MoveRow({ conflict, setUp }: { conflict: BookingConflict; setUp: BookingSetUp }) {
  const { t } = useTranslation('booking-setup');
  const nameHere = useNameHere();
  const { dateTime } = useTimes();
  const reasons = useReasons(setUp);
  const [isOpen, setOpen] = useState(false);
  const service = setUp.services.find(({ id }) => id === conflict.bookableId);
  const when = dateTime(conflict.startsAt);
  return (
    <li className="booking-move">
      <div className="booking-move-what">
        <strong>{when}</strong>
        <span>
          {[nameHere(service?.name), nameHere(conflict.pointName ?? undefined), nameHere(conflict.stop?.name)].filter(Boolean).join(' · ')}
        </span>
        <span className="warn">{reasons(conflict)}</span>
      </div>
      <Button aria-expanded={isOpen} aria-label={t('moves.findFor', { when })} onPress={() => setOpen(!isOpen)}>
        {t('moves.find')}
      </Button>
      {isOpen ? <Ways conflict={conflict} /> : null}
    </li>
  );
}

function Ways({ conflict }: { conflict: BookingConflict }) {
  const { t } = useTranslation('booking-setup');
  const sayWhy = useSayWhy();
  const { appointmentId } = conflict;
  const query = useQuery({ queryKey: keys.otherTimes(appointmentId), queryFn: () => otherTimes(appointmentId), staleTime: 0 });
  if (query.error) {
    return (
      <p className="booking-ways field-problem" role="alert">
        {query.error instanceof ApiProblem && query.error.status === 404 ? t('moves.notYours') : sayWhy(query.error)}
      </p>
    );
  }
  return <div className="booking-ways">{query.data ? <Offered conflict={conflict} others={query.data} /> : <Skeleton lines={2} />}</div>;
}

type OtherTime = OtherTimes['times'][number];
const wordOf = ({ startsAt, stop }: OtherTime) => [startsAt, stop?.id].join(' ');

function Offered({ conflict, others }: { conflict: BookingConflict; others: OtherTimes }) {
  const { t } = useTranslation('booking-setup');
  const { dateTime, now } = useTimes();
  const nameHere = useNameHere();
  const proposal = proposalFor(conflict, others, [], now);
  const isOwn = (time: OtherTime) => epochOf(time.startsAt) === epochOf(conflict.startsAt) && isAt(time, conflict.stop);
  const elsewhere = others.times.filter((time) => !isOwn(time));
  const proposed = elsewhere.find((time) => proposal.kind === 'other' && time.startsAt === proposal.startsAt && isAt(time, conflict.stop));
  const [chosen, setChosen] = useState<string | null>(null);
  const to = elsewhere.find((time) => wordOf(time) === chosen) ?? proposed ?? elsewhere[0] ?? null;
  const whenWhere = ({ startsAt, stop }: OtherTime) => [dateTime(startsAt), nameHere(stop?.name)].filter(Boolean).join(' · ');
  const { run, isRunning, problem } = useDeed([keys.all], { tellsHere: true });
  const move = async (startsAt: string, placeId: string | null, said: string) => {
    if (await run(() => moveTo(conflict.appointmentId, startsAt, placeId))) showToast({ text: said });
  };
  return (
    <>
      {proposal.kind === 'same' ? (
        <div className="booking-way">
          <Button
            kind="primary"
            isDisabled={isRunning}
            onPress={() => void move(proposal.startsAt, null, t('moves.given', { when: dateTime(conflict.startsAt) }))}
          >
            {t('moves.give')}
          </Button>
          <p className="hint">{t('moves.giveTold')}</p>
        </div>
      ) : (
        <p className="quiet">{t('moves.nobodyElse')}</p>
      )}
      {to ? (
        <div className="booking-way">
          <Select
            label={t('moves.to')}
            options={elsewhere.map((time) => ({ id: wordOf(time), label: whenWhere(time) }))}
            value={wordOf(to)}
            onChange={setChosen}
          />
          <Button
            kind={proposal.kind === 'same' ? 'normal' : 'primary'}
            isDisabled={isRunning}
            onPress={() => void move(to.startsAt, to.stop?.id ?? null, t('moves.moved', { when: whenWhere(to) }))}
          >
            {t('moves.move')}
          </Button>
          <Told others={others} />
        </div>
      ) : (
        <p>{t('moves.noTimes')}</p>
      )}
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

function Told({ others: { told, language } }: { others: OtherTimes }) {
  const { t } = useTranslation('booking-setup');
  const words = useLanguageWords();
  return <p className={told === 'email' ? 'hint' : 'warn'}>{t(`moves.told.${told}`, { language: words.word(language) })}</p>;
}
