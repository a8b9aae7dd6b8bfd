import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingResource } from '../../../../shared/api/booking-setup.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { useNameHere } from '../../words.ts';
import { useLook } from '../trial/use-look.ts';
import type { BookingSetUp } from '../use-set-up.ts';

/** Which of the services it serves is looked at, and where. */
export function useSeenService(
  { services }: BookingSetUp,
  { bookableIds, kind, pointId }: Pick<BookingResource, 'bookableIds' | 'kind' | 'pointId'>,
) {
  const nameHere = useNameHere();
  const [wished, setWished] = useState<string | null>(null);
  const isServed = ({ id, parts }: BookingSetUp['services'][number]) =>
    bookableIds.includes(id) || (kind !== 'person' && bookableIds.length === 0 && parts.some((part) => part.kind === kind));
  const served = services.filter((one) => one.active && isServed(one));
  const service = served.find(({ id }) => id === wished) ?? served[0];
  const isHere = (place: { pointId: string }) => (place.pointId === pointId ? 0 : 1);
  const look = useLook(service?.places.toSorted((one, other) => isHere(one) - isHere(other)) ?? [], service?.ways ?? []);
  return {
    options: served.map(({ id, name }) => ({ id, label: nameHere(name) })),
    service,
    serviceId: service?.id ?? null,
    choose: setWished,
    look,
  };
}

export function ServicePick({ seen }: { seen: ReturnType<typeof useSeenService> }) {
  const { t } = useTranslation('booking-setup');
  if (seen.options.length < 2) return null;
  return <Select look="line" label={t('trial.service')} options={seen.options} value={seen.serviceId} onChange={seen.choose} />;
}
