import './given.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivedAnswer } from '../../shared/api/visits.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';

type MeetingPanelProps = { meeting: NonNullable<ArrivedAnswer['meeting']>; foot?: ReactNode; onClose: () => void };

/** Who has come to a meeting of many is shown the way: no number, since nobody is called to it. */
export function MeetingPanel({ meeting: { room, startsAt }, foot, onClose }: MeetingPanelProps) {
  const { t } = useTranslation('visits');
  const { time } = useTimes();
  return (
    <Panel title={t('meeting.title')} foot={foot} onClose={onClose}>
      <section className="number-given">
        <p className="meeting-room" role="status">
          {room ? t('meeting.room', { room }) : t('meeting.none')}
        </p>
        <p>{t('meeting.straight', { time: time(startsAt) })}</p>
      </section>
    </Panel>
  );
}
