import './booking.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Booked, cancelBooked, moveBooked } from '../../../shared/api/booked.ts';
import { inOrder, nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { useStops } from './queries.ts';
import { TimesChoice } from './times-choice.tsx';

type ChangeProps = { booked: Booked; onClose: () => void };

const touched = ({ matter }: Booked) => [...(matter ? [keys.matter(matter.id)] : []), keys.boards, ['free-times']];

/** Another time of the same service at the same place, or at another stop of the bus; the customer is told. */
export function MovePanel({ booked, onClose }: ChangeProps) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const [from, setFrom] = useState(todayInFinland);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const { run, isRunning, problem } = useDeed(touched(booked), { tellsHere: true });
  const back = useDeed(touched(booked));
  const [stopId, setStopId] = useState(booked.stop?.id ?? null);
  const { serviceId: service, needs, interpreterLanguage, language, id: appointment } = booked;
  const place = stopId ?? booked.placeId;
  const move = async () => {
    if (!startsAt) return;
    let version = 0;
    const isDone = await run(async () => {
      version = (await moveBooked(booked.id, { startsAt, placeId: stopId })).version;
    });
    if (!isDone) return;
    onClose();
    showToast({ text: t('move.moved', { when: dateTime(startsAt) }), undo: () => takeBack(version) });
  };
  // The panel is closed by then: a refusal is told in the corner.
  const takeBack = async (undoes: number) => {
    const was = { startsAt: booked.startsAt, placeId: booked.stop?.id ?? null };
    if (await back.run(() => moveBooked(booked.id, { ...was, undoes })))
      showToast({ text: t('move.back', { when: dateTime(booked.startsAt) }) });
  };
  return (
    <Panel
      title={t('move.title')}
      facts={dateTime(booked.startsAt)}
      onClose={onClose}
      foot={<FormFoot save={t('move.save')} isPending={isRunning} isDisabled={!startsAt} problem={problem} onSave={() => void move()} />}
    >
      <p className="quiet">{t(booked.customer?.email ? 'visit.told' : 'visit.call')}</p>
      {booked.stop && booked.placeId ? (
        <StopChoice
          busId={booked.placeId}
          own={booked.stop}
          value={stopId}
          onChange={(id) => {
            setStopId(id);
            setStartsAt(null);
          }}
        />
      ) : null}
      <TimesChoice
        wish={{ service, place, needs, interpreterLanguage, language, appointment }}
        from={from}
        onFrom={setFrom}
        value={startsAt}
        onChange={setStartsAt}
      />
    </Panel>
  );
}

type StopChoiceProps = { busId: string; own: NonNullable<Booked['stop']>; value: string | null; onChange: (id: string) => void };

/** Their own stop, although it may be used no longer, and the others of the bus. */
function StopChoice({ busId, own, value, onChange }: StopChoiceProps) {
  const { t } = useTranslation('booked');
  const locale = useLocale();
  const stops = useStops(busId).data?.filter(({ id }) => id !== own.id) ?? [];
  const others = inOrder(stops, ({ name }) => nameIn(name, locale), locale);
  if (others.length === 0) return null;
  return (
    <Select
      label={t('move.stop')}
      options={[own, ...others].map(({ id, name }) => ({ id, label: nameIn(name, locale) }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** The time is another's the same moment: it cannot be taken back, so it is asked. */
export function CancelPanel({ booked, onClose }: ChangeProps) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const { run, isRunning, problem } = useDeed(touched(booked), { tellsHere: true });
  const cancel = async () => {
    if (await run(() => cancelBooked(booked.id))) onClose();
  };
  return (
    <Panel
      place="middle"
      title={t(booked.visit ? 'visit.cancelTitle' : 'cancel.title')}
      facts={dateTime(booked.startsAt)}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" isPending={isRunning} onPress={() => void cancel()}>
            {t(booked.visit ? 'visit.cancel' : 'cancel.yes')}
          </Button>
          <Button onPress={onClose}>{t('cancel.no')}</Button>
        </>
      }
    >
      <p>
        {booked.visit ? `${t('visit.othersStay')} ` : ''}
        {t(booked.customer?.email ? 'cancel.mailed' : 'cancel.tell')}
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
    </Panel>
  );
}
