import { useTranslation } from 'react-i18next';
import type { BusCustomer, BusStand } from '../../../shared/api/bus.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { NeedsMarks } from '../../visits/needs-marks.tsx';
import { useGreeting } from './use-greeting.ts';

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
        {stand.customers.map((one) => (
          <Customer key={one.id} busId={busId} one={one} isToday={isToday} />
        ))}
      </ul>
    </section>
  );
}

function Customer({ busId, one, isToday }: { busId: string; one: BusCustomer; isToday: boolean }) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  const { time } = useTimes();
  const { greet, isRunning } = useGreeting(busId);
  const hasCome = one.visitId !== null || one.state === 'arrived';
  const { expectedId } = one;
  return (
    <li>
      <span className="bus-time">{time(one.startsAt)}</span>
      <span className="bus-who">
        <strong>{one.customerName || t('noName')}</strong>
        <span className="quiet">{nameIn(one.serviceName, locale)}</span>
        <NeedsMarks needs={one.needs} />
      </span>
      {hasCome ? <StatusWord tone="good">{one.code ? t('hasComeWith', { code: one.code }) : t('hasCome')}</StatusWord> : null}
      {!hasCome && isToday && expectedId ? (
        <Button
          isPending={isRunning}
          aria-label={t('greetNamed', { name: one.customerName })}
          onPress={() => void greet(async () => expectedId)}
        >
          {t('greet')}
        </Button>
      ) : null}
    </li>
  );
}
