import { useTranslation } from 'react-i18next';
import type { BookingChoices } from '../../../../shared/api/booking-setup.ts';
import { inOrder } from '../../../../shared/i18n/names.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { Tap } from '../../../../shared/ui/taps.tsx';
import { useNames } from '../../../session.tsx';
import { useFault } from '../../edit/faults.ts';
import { PickField } from '../../fields/fields.tsx';
import { useNameHere } from '../../words.ts';
import { orderedPlaces, type ServiceDetails } from './service-details.ts';

type PlacesFieldProps = { value: ServiceDetails; onChange: (places: ServiceDetails['places']) => void; choices: BookingChoices };

/** Where the service is given, and the queue that whoever arrives joins there. */
export function PlacesField({ value: { places, organisationId }, onChange, choices }: PlacesFieldProps) {
  const { t } = useTranslation('booking-setup');
  const fault = useFault('places');
  const names = useNames();
  const offered = choices.places.filter(({ kept, organisationIds }) => kept || organisationIds.includes(organisationId));
  const others = places.filter(({ pointId }) => !offered.some((one) => one.pointId === pointId));
  const ids = [...offered.map(({ pointId }) => pointId), ...others.map(({ pointId }) => pointId)];
  const byName = inOrder(ids, names.point, useLocale());
  const without = (pointId: string) => places.filter((one) => one.pointId !== pointId);
  const write = (pointId: string, queueId: string | null) => onChange(orderedPlaces([...without(pointId), { pointId, queueId }]));
  return (
    <section className="fields">
      <h2>{t('places.title')}</h2>
      <p className="hint">{t('places.hint')}</p>
      {fault ? <p className="field-problem">{fault}</p> : null}
      {byName.length === 0 ? <p className="quiet">{t('places.none')}</p> : null}
      <ul className="booking-lines">
        {byName.map((pointId) => (
          <PlaceLine
            key={pointId}
            pointId={pointId}
            chosen={places.find((one) => one.pointId === pointId)}
            queues={choices.places.find((one) => one.pointId === pointId)?.queues}
            onQueue={(queueId) => write(pointId, queueId)}
            onToggle={(isGiven) => (isGiven ? write(pointId, null) : onChange(without(pointId)))}
          />
        ))}
      </ul>
    </section>
  );
}

type PlaceLineProps = {
  pointId: string;
  chosen: ServiceDetails['places'][number] | undefined;
  queues: BookingChoices['places'][number]['queues'] | undefined;
  onQueue: (queueId: string | null) => void;
  onToggle: (isGiven: boolean) => void;
};

function PlaceLine({ pointId, chosen, queues = [], onQueue, onToggle }: PlaceLineProps) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const nameHere = useNameHere();
  const point = names.point(pointId);
  // One that was taken out of use since still stands.
  const isUnknown = chosen?.queueId && !queues.some(({ id }) => id === chosen.queueId);
  const options = [
    ...queues.map(({ id, name }) => ({ id, label: nameHere(name) })),
    ...(isUnknown && chosen?.queueId ? [{ id: chosen.queueId, label: t('places.endedQueue') }] : []),
  ];
  return (
    <li className="booking-line booking-place">
      <Tap value={pointId} isSelected={chosen !== undefined} onChange={onToggle}>
        {point}
      </Tap>
      {chosen ? (
        <PickField
          name={`places.${pointId}`}
          label={t('places.queue')}
          options={options}
          none={t('places.noQueue')}
          value={chosen.queueId}
          onChange={onQueue}
        />
      ) : null}
    </li>
  );
}
