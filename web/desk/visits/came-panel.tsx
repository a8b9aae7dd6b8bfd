import './given.css';
import { useTranslation } from 'react-i18next';
import type { CameByCode } from '../../shared/api/booked.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { NextVisitor } from './next-visitor.tsx';

type CamePanelProps = { came: CameByCode; onNext: () => void; onClose: () => void };

/** Who came to a service that calls nobody from a queue has no number: who they are and what they have come to. */
export function CamePanel({ came: { customerName, times }, onNext, onClose }: CamePanelProps) {
  const { t } = useTranslation('visits');
  const locale = useLocale();
  const { time } = useTimes();
  return (
    <Panel title={t('came.title')} foot={<NextVisitor onNext={onNext} />} onClose={onClose}>
      <section className="number-given">
        <div role="status">
          {customerName ? <p className="meeting-room">{customerName}</p> : null}
          {times.map(({ appointmentId, startsAt, serviceName, room }) => (
            <p key={appointmentId}>
              {time(startsAt)} {nameIn(serviceName, locale)}
              {room ? ` · ${t('meeting.room', { room })}` : null}
            </p>
          ))}
        </div>
        <p className="quiet">{t(times.some(({ isNew }) => isNew) ? 'came.noNumber' : 'came.before')}</p>
      </section>
    </Panel>
  );
}
