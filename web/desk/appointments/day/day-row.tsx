import { useNavigate } from '@tanstack/react-router';
import { CalendarClock, Check, ClipboardList, ClockAlert, Ellipsis, FileText, Link2Off, Play, Undo2, UserX, Video } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayAppointment, type PresenceInput, setPresence } from '../../../shared/api/booked.ts';
import { newKey } from '../../../shared/api/request.ts';
import { type ArrivedAnswer, greetExpected } from '../../../shared/api/visits.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { type Command, Menu } from '../../../shared/ui/menu.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useLanguageWords } from '../../knowledge/specialists/use-specialist-words.ts';
import { keys } from '../../queries.ts';
import { useNames } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { NeedsMarks } from '../../visits/needs-marks.tsx';
import { AppointmentPanel } from './appointment-panel.tsx';
import { StateWord } from './state-word.tsx';

type DayRowProps = { one: DayAppointment; isToday: boolean; onGiven: (given: ArrivedAnswer) => void };

/** One who is expected: greeted in one tap, and what else is to be said of them behind one button. */
export function DayRow({ one, isToday, onGiven }: DayRowProps) {
  const { t } = useTranslation('booked');
  const locale = useLocale();
  const names = useNames();
  const { time } = useTimes();
  const languages = useLanguageWords();
  const [isOpen, setOpen] = useState(false);
  const deeds = useDayDeeds(one, onGiven);
  const greets = isToday && ['coming', 'due', 'late', 'missed'].includes(one.state);
  const facts = [
    nameIn(one.serviceName, locale),
    names.shortOrganisation(one.organisationId),
    one.way === 'point' ? '' : t(`ways.${one.way}`),
    one.code ?? spaced(one.bookingCode),
  ];
  return (
    <li className="row day-row">
      <span className="day-time">
        <Time at={one.startsAt} look="clock" />
      </span>
      <span className="day-who">
        <b>{one.customerName}</b>
        <span className="quiet day-facts">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="day-marks">
        {one.language === 'fi' ? null : <span className="quiet">{one.language}</span>}
        <NeedsMarks needs={one.needs} />
        {one.interpreterLanguage ? <span className="quiet">{languages.word(one.interpreterLanguage)}</span> : null}
        <VideoMark call={one.videoCall} name={one.customerName} />
        {one.unmet ? <Icon of={ClockAlert} label={t('day.unmet')} /> : null}
        {one.preVisit ? <Icon of={ClipboardList} label={t('day.told')} /> : null}
      </span>
      <StateWord state={one.state} until={one.state === 'late' && one.lateUntil ? time(one.lateUntil) : undefined} />
      <span className="day-row-commands">
        {greets ? (
          <Button size="small" isPending={deeds.isRunning} aria-label={t('day.greetOne', { name: one.customerName })} onPress={deeds.greet}>
            {t('day.greet')}
          </Button>
        ) : null}
        <Menu label={t('day.more', { name: one.customerName })} commands={useCommands(one, isToday, deeds, () => setOpen(true))}>
          <Button kind="plain" size="small" icon={Ellipsis} aria-label={t('day.more', { name: one.customerName })} />
        </Menu>
      </span>
      {isOpen ? <AppointmentPanel id={one.id} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

/** Where they are met by video; a day before, that nobody has said where. */
export function VideoMark({ call, name }: { call: DayAppointment['videoCall']; name: string }) {
  const { t } = useTranslation('booked');
  if (call?.isMissing)
    return (
      <StatusWord tone="warn" icon={Link2Off}>
        {t('video.missing')}
      </StatusWord>
    );
  if (!call?.link) return null;
  return (
    <a
      className={buttonClass({ size: 'small' })}
      href={call.link}
      target="_blank"
      rel="noreferrer"
      aria-label={t('video.openOf', { name })}
    >
      <Icon of={Video} /> {t('video.open')}
    </a>
  );
}

/** As it stands on the confirmation. */
const spaced = (code: string | null) => (code ? `${code.slice(0, 3)} ${code.slice(3)}` : '');

type DayDeeds = ReturnType<typeof useDayDeeds>;

function useDayDeeds(one: DayAppointment, onGiven: DayRowProps['onGiven']) {
  const { t } = useTranslation('booked');
  const key = useRef(newKey());
  const { run, isRunning } = useDeed([keys.boards]);
  const say = (presence: PresenceInput) => run(() => setPresence(one.id, presence));
  return {
    isRunning,
    say: (presence: PresenceInput) => void say(presence),
    greet: () =>
      void (one.expectedId
        ? run(async () => onGiven(await greetExpected(one.expectedId as string, key.current)))
        : say({ state: 'arrived' })),
    miss: () =>
      void say({ state: 'missed' }).then((done) => {
        if (!done) return;
        showToast({
          text: t('day.missedTold', { name: one.customerName }),
          seconds: 60,
          undo: async () => void (await say({ state: 'coming' })),
        });
      }),
  };
}

function useCommands(one: DayAppointment, isToday: boolean, deeds: DayDeeds, open: () => void): Command[] {
  const { t } = useTranslation('booked');
  const go = useNavigate();
  const { matter } = one;
  const isToCome = ['coming', 'due', 'late'].includes(one.state);
  const isHere = one.expectedId === null && isToday;
  const late = [10, 20, 30].map((minutes) => ({
    id: `late-${minutes}`,
    label: t('day.late', { minutes }),
    icon: CalendarClock,
    run: () => deeds.say({ state: 'late', minutes }),
  }));
  return [
    { id: 'open', label: t('day.open'), icon: ClipboardList, run: open },
    ...(matter
      ? [
          {
            id: 'matter',
            label: t('day.matter'),
            icon: FileText,
            run: () => void go({ to: '/matters/$matterId', params: { matterId: matter.id }, search: { view: 'mine' } }),
          },
        ]
      : []),
    ...(isToday && isToCome ? late : []),
    ...(isToday && (one.state === 'due' || one.state === 'late')
      ? [{ id: 'missed', label: t('day.missed'), icon: UserX, run: deeds.miss }]
      : []),
    ...(isToday && (one.state === 'late' || one.state === 'missed')
      ? [{ id: 'coming', label: t('day.notSo'), icon: Undo2, run: () => deeds.say({ state: 'coming' }) }]
      : []),
    ...(isHere && one.state === 'arrived'
      ? [{ id: 'serving', label: t('day.serving'), icon: Play, run: () => deeds.say({ state: 'serving' }) }]
      : []),
    ...(isHere && one.state === 'serving'
      ? [{ id: 'done', label: t('day.done'), icon: Check, run: () => deeds.say({ state: 'done' }) }]
      : []),
  ];
}
