import { Link } from '@tanstack/react-router';
import { CalendarClock, Move } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenView } from '../../../shared/api/calendar.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useLanguageWords } from '../../knowledge/specialists/use-specialist-words.ts';
import { useNames } from '../../session.tsx';
import { NeedsWords } from '../../visits/needs-marks.tsx';
import { codeWords } from '../code-words.ts';
import { AppointmentPanel as BookedPanel } from '../day/appointment-panel.tsx';
import { MeetingLinkSection } from '../meeting-link/meeting-link-section.tsx';
import { Customer } from './customer.tsx';
import type { Column } from './layout.ts';

type PanelProps = {
  taken: TakenView;
  column: Column;
  nameOf: (resourceId: string) => string | undefined;
  onMove: () => void;
  onClose: () => void;
};

/** One customer's time: what it is about, what is needed, and who it is for whoever asks. */
export function AppointmentPanel({ taken, column, nameOf, onMove, onClose }: PanelProps) {
  const { t } = useTranslation(['calendar', 'booked', 'meetings']);
  const locale = useLocale();
  const names = useNames();
  const languages = useLanguageWords();
  const { dateTime, time } = useTimes();
  const [isWhole, setWhole] = useState(false);
  const { booked, state } = taken;
  if (!booked) return null;
  if (isWhole) return <BookedPanel id={taken.id} start="whole" onClose={onClose} />;
  const withWhom = booked.resourceIds.map(nameOf).filter(Boolean).join(', ') || column.calendar.name;
  const facts = [
    [t('facts.when'), `${dateTime(taken.startsAt)}–${time(taken.endsAt).replace(/^\D+/, '')}`],
    [t('facts.with'), withWhom],
    [
      t('facts.where'),
      booked.pointId
        ? [names.point(booked.pointId), nameIn(booked.stop ?? undefined, locale)].filter(Boolean).join(', ')
        : t(`ways.${booked.way}`),
    ],
    ...(booked.pointId ? [[t('facts.way'), t(`ways.${booked.way}`)]] : []),
    ...(booked.code ? [[t('facts.code'), codeWords(booked.code)]] : []),
    ...(booked.interpreterLanguage ? [[t('booked:interpreter.title'), languages.word(booked.interpreterLanguage)]] : []),
    [t('facts.state'), t(`states.${state}`)],
  ] as [string, string][];
  return (
    <Panel
      title={nameIn(booked.service, locale)}
      onClose={onClose}
      place="middle"
      foot={
        state === 'confirmed' ? (
          <>
            {booked.isOfVisit ? (
              <Button icon={CalendarClock} onPress={() => setWhole(true)}>
                {t('booked:visit.title')}
              </Button>
            ) : null}
            <Button kind="primary" push icon={Move} onPress={onMove}>
              {t('moving.start')}
            </Button>
          </>
        ) : null
      }
    >
      <section>
        <dl className="calendar-facts">
          {facts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        {booked.meetingId ? null : <NeedsWords needs={booked.needs} />}
      </section>
      {booked.way === 'remote' && (state === 'confirmed' || state === 'arrived') ? <MeetingLinkSection id={taken.id} /> : null}
      <section>
        {booked.meetingId ? (
          <Link to="/meetings/$meetingId" params={{ meetingId: booked.meetingId }}>
            {t('meetings:attendance.who')}
          </Link>
        ) : (
          <>
            <Customer id={taken.id} />
            {state === 'confirmed' ? <p className="quiet calendar-told">{t(booked.byEmail ? 'moving.told' : 'moving.call')}</p> : null}
          </>
        )}
      </section>
    </Panel>
  );
}
