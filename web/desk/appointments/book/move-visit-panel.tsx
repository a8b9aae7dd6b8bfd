import './booking.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Booked, moveWhole, readWholeTimes, type WholeVisit } from '../../../shared/api/booked.ts';
import { newKey } from '../../../shared/api/request.ts';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { usePartWords, type Visit, VisitTimesChoice } from './visit-times-choice.tsx';

type MoveVisitProps = { booked: Booked; visit: WholeVisit; onClose: () => void };

/** All that is left of a visit at several services moves at once, under the same code; the customer is told of it as one. */
export function MoveVisitPanel({ booked, visit, onClose }: MoveVisitProps) {
  const { t } = useTranslation('booked');
  const { date, dateTime } = useTimes();
  const partWords = usePartWords(visit.parts.map(({ serviceId, serviceName }) => ({ id: serviceId, name: serviceName })));
  const [from, setFrom] = useState(todayInFinland);
  const [chosen, setChosen] = useState<Visit | null>(null);
  const key = useRef(newKey());
  const touched = [...(booked.matter ? [keys.matter(booked.matter.id)] : []), keys.boards, keys.calendars, ['free-times']];
  const { run, isRunning, problem } = useDeed(touched, { tellsHere: true });
  const back = useDeed(touched);
  const choose = (to: Visit | null) => {
    key.current = newKey();
    setChosen(to);
  };
  const move = async () => {
    if (!chosen) return;
    let version = visit.version;
    const isDone = await run(async () => {
      version = (await moveWhole(visit, chosen, key.current)).version;
    });
    if (!isDone) return;
    onClose();
    showToast({ text: t('visit.moved', { when: dateTime(chosen.startsAt) }), undo: () => takeBack(version) });
  };
  // The panel is closed by then: a refusal is told in the corner too.
  const takeBack = async (version: number) => {
    if (await back.run(() => moveWhole({ id: visit.id, version }, visit, newKey(), true)))
      showToast({ text: t('visit.back', { when: dateTime(visit.parts[0]?.startsAt as string) }) });
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
      <p className="quiet">
        {t('visit.what')} {t(booked.customer?.email ? 'visit.told' : 'visit.call')}
      </p>
      <VisitTimesChoice
        label={t('visit.times')}
        look={{ of: [visit.id], read: (until) => readWholeTimes(visit.id, from, until) }}
        without={visit.parts[0]?.startsAt}
        partWords={partWords}
        from={from}
        onFrom={setFrom}
        value={chosen}
        onChange={choose}
      />
    </Panel>
  );
}
