import { useTranslation } from 'react-i18next';
import { setPresence } from '../../../shared/api/booked.ts';
import type { BusCustomer, BusStand } from '../../../shared/api/bus.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { MeetingPanel } from '../../visits/meeting-panel.tsx';
import { NeedsMarks } from '../../visits/needs-marks.tsx';
import { type Coming, useGreeting } from './use-greeting.ts';

type StandProps = { busId: string; stand: BusStand; isToday: boolean };

/** One stop of the day with who comes to it. */
export function StandPart({ busId, stand, isToday }: StandProps) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  const { time } = useTimes();
  const id = `stand-${stand.stopId}-${stand.startsAt}`;
  return (
    <section className="bus-stand" aria-labelledby={id}>
      <h2 id={id}>{nameIn(stand.name, locale)}</h2>
      <p className="quiet">
        {t('stands', { from: time(stand.startsAt), until: time(stand.endsAt).replace(/^\D+/, '') })} · {stand.street}, {stand.city}
      </p>
      {stand.customers.length === 0 ? <p className="quiet">{t('nobody')}</p> : null}
      <ul className="bus-customers">
        {stand.customers.map((one) =>
          one.meeting ? (
            <Meeting key={one.id} one={one} meeting={one.meeting} />
          ) : (
            <Customer key={one.id} busId={busId} one={one} isToday={isToday} />
          ),
        )}
      </ul>
    </section>
  );
}

/** A meeting of many: whoever comes to it has a row of their own after it. */
function Meeting({ one, meeting }: { one: BusCustomer; meeting: NonNullable<BusCustomer['meeting']> }) {
  const { t } = useTranslation('booked');
  const locale = useLocale();
  const { time } = useTimes();
  return (
    <li>
      <span className="bus-time">{time(one.startsAt)}</span>
      <span className="bus-who">
        <strong>{nameIn(one.serviceName, locale)}</strong>
        <span className="quiet">{meeting.taken.join(' · ')}</span>
      </span>
      <span className="quiet">{t('day.meeting.booked', { booked: meeting.booked, capacity: meeting.capacity })}</span>
    </li>
  );
}

function Customer({ busId, one, isToday }: { busId: string; one: BusCustomer; isToday: boolean }) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  const { time } = useTimes();
  const { greet, isRunning, meeting, closeMeeting } = useGreeting(busId);
  const hasCome = one.visitId !== null || ['arrived', 'serving', 'done'].includes(one.state);
  return (
    <li>
      <span className="bus-time">{time(one.startsAt)}</span>
      <span className="bus-who">
        <strong>{one.customerName || t('noName')}</strong>
        <span className="quiet">{nameIn(one.serviceName, locale)}</span>
        <NeedsMarks needs={one.needs} />
      </span>
      {hasCome ? <StatusWord tone="good">{one.code ? t('hasComeWith', { code: one.code }) : t('hasCome')}</StatusWord> : null}
      {!hasCome && isToday ? (
        <Button
          isPending={isRunning}
          aria-label={t('greetNamed', { name: one.customerName })}
          onPress={() => void greet(() => comingOf(one))}
        >
          {t('greet')}
        </Button>
      ) : null}
      {meeting ? <MeetingPanel meeting={meeting} onClose={closeMeeting} /> : null}
    </li>
  );
}

/** Whom no queue expects is marked as come. */
async function comingOf({ id: appointmentId, expectedId }: BusCustomer): Promise<Coming> {
  if (expectedId) return { appointmentId, expectedId };
  await setPresence(appointmentId, { state: 'arrived' });
  return { appointmentIds: [appointmentId] };
}
