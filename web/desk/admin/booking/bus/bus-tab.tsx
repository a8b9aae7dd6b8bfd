import './bus-set-up.css';
import { useQuery } from '@tanstack/react-query';
import { Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bus, type BusStop, listBuses } from '../../../../shared/api/bus.ts';
import { inOrder, nameIn } from '../../../../shared/i18n/names.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../../shared/ui/error-state.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { AboutBusPanel } from './about-bus-panel.tsx';
import { BreakForm } from './break-form.tsx';
import { busesKey } from './keys.ts';
import { MustMove } from './must-move.tsx';
import { type StopChanged, StopPanel } from './stop-panel.tsx';
import { useStopHours } from './use-stop-hours.ts';

/** The buses one keeps: what is on board, where and when they stand, and days on which they do not run. */
export function BusTab() {
  const { t } = useTranslation('bus');
  const buses = useQuery({ queryKey: busesKey, queryFn: listBuses });
  if (buses.error && !buses.data) return <ErrorState error={buses.error} onRetry={() => void buses.refetch()} />;
  if (!buses.data) return <Skeleton lines={8} />;
  if (buses.data.length === 0) return <EmptyState title={t('keep.none')}>{t('keep.noneHint')}</EmptyState>;
  return buses.data.map((bus) => <BusPart key={bus.id} bus={bus} />);
}

function BusPart({ bus }: { bus: Bus }) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  // By id: what is written in the panel is read again behind it.
  const [opened, setOpened] = useState<string | null>(null);
  const [changed, setChanged] = useState<StopChanged | null>(null);
  const close = () => setOpened(null);
  const stop = bus.stops.find(({ id }) => id === opened) ?? null;
  return (
    <section className="fields bus-set-up" aria-labelledby={`bus-${bus.id}`}>
      <h2 id={`bus-${bus.id}`}>{nameIn(bus.name, locale)}</h2>
      <p className="actions">
        <Button onPress={() => setOpened('about')}>{t('keep.about')}</Button>
        {bus.version > 0 ? (
          <Button icon={Plus} onPress={() => setOpened('new')}>
            {t('keep.addStop')}
          </Button>
        ) : null}
      </p>
      {bus.version === 0 ? <p className="quiet">{t('keep.start')}</p> : null}
      <Tight bus={bus} />
      <Stops bus={bus} onOpen={({ id }) => setOpened(id)} />
      <div role="status">{changed ? <Changed changed={changed} /> : null}</div>
      {bus.version > 0 ? <BreakForm bus={bus} /> : null}
      {opened === 'about' ? <AboutBusPanel bus={bus} onClose={close} /> : null}
      {opened === 'new' || stop ? <StopPanel bus={bus} stop={stop} onClose={close} onChanged={setChanged} /> : null}
    </section>
  );
}

function Stops({ bus, onOpen }: { bus: Bus; onOpen: (stop: BusStop) => void }) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  const hoursWords = useStopHours();
  return (
    <ul className="booking-lines">
      {inOrder(bus.stops, ({ name }) => nameIn(name, locale), locale).map((stop) => (
        <li key={stop.id} className="booking-line">
          <div className="booking-line-words">
            <span>
              <strong>{nameIn(stop.name, locale)}</strong> {stop.active ? null : t('keep.unused')}
              <br />
              <span className="quiet">
                {[stop.street, stop.city].join(', ')} · {stop.hours.length > 0 ? stop.hours.map(hoursWords).join(' · ') : t('keep.noHours')}
                {stop.booked > 0 ? ` · ${t('keep.booked', { count: stop.booked })}` : null}
              </span>
            </span>
            <Button aria-label={t('keep.editNamed', { stop: nameIn(stop.name, locale) })} onPress={() => onOpen(stop)}>
              {t('keep.edit')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a change of a stop did to those who are booked there. */
function Changed({ changed: { count, letters, unreached } }: { changed: StopChanged }) {
  const { t } = useTranslation('bus');
  const { dateTime } = useTimes();
  return (
    <>
      {letters > 0 ? <p>{t('keep.letters', { count: letters })}</p> : null}
      {unreached.length > 0 ? (
        <p className="warn">{t('keep.call', { times: unreached.map(({ startsAt }) => dateTime(startsAt)).join(', ') })}</p>
      ) : null}
      <p>
        <MustMove count={count} />
      </p>
    </>
  );
}

/** Where the bus could not make it to its next stop, as far as can be estimated. */
function Tight({ bus }: { bus: Bus }) {
  const { t } = useTranslation('bus');
  const locale = useLocale();
  const { dateTime } = useTimes();
  const [first] = bus.tight;
  if (!first) return null;
  const stop = nameIn(bus.stops.find(({ id }) => id === first.stopId)?.name, locale);
  return (
    <Notice icon={TriangleAlert} title={t('keep.tight', { count: bus.tight.length })}>
      {t('keep.tightHint', { stop, when: dateTime(first.startsAt), minutes: String(first.minutes) })}
    </Notice>
  );
}
