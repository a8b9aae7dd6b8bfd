import { useTranslation } from 'react-i18next';
import type { Booked } from '../../shared/api/booked.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useNames } from '../session.tsx';

/** Where the customer comes: "Palvelubussi, Kylätalo"; or how else they are served. */
export function usePlaceWords(): (booked: Pick<Booked, 'placeId' | 'stop' | 'way'>) => string {
  const { t } = useTranslation('booked');
  const names = useNames();
  const locale = useLocale();
  return ({ placeId, stop, way }) => {
    if (!placeId) return t(`ways.${way}`);
    return [names.point(placeId), ...(stop ? [nameIn(stop.name, locale)] : [])].join(', ');
  };
}
