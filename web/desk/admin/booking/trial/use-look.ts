import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysAfter, todayInFinland } from '../../../../shared/ui/days.ts';
import { useNames } from '../../../session.tsx';

const remote = 'remote';

/** Where and in which week one looks for free times, as a resident would. */
export function useLook(places: readonly { pointId: string }[], ways: readonly string[]) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const [wished, setWished] = useState<string | null>(null);
  const [from, setFrom] = useState(todayInFinland());
  const isRemote = ways.some((way) => way === 'remote' || way === 'phone');
  const options = [
    ...places.map(({ pointId }) => ({ id: pointId, label: names.point(pointId) })),
    ...(isRemote ? [{ id: remote, label: t('trial.remote') }] : []),
  ];
  const shown = options.find(({ id }) => id === wished)?.id ?? options[0]?.id ?? null;
  const placeId = shown === remote ? null : shown;
  return {
    options,
    shown,
    choose: setWished,
    from,
    isFirst: from <= todayInFinland(),
    earlier: () => setFrom(daysAfter(from, -7)),
    later: () => setFrom(daysAfter(from, 7)),
    asked: { placeId, from },
  };
}

export type Look = ReturnType<typeof useLook>;
