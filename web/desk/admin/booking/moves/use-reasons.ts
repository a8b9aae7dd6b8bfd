import { useTranslation } from 'react-i18next';
import type { BookingConflict } from '../../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { useResourceName } from '../words.ts';

/** Why the customer must be moved: "Jari Koivula on poissa". */
export function useReasons({ resources }: BookingSetUp): (conflict: BookingConflict) => string {
  const { t } = useTranslation('booking-setup');
  const locale = useLocale();
  const nameOf = useResourceName();
  return ({ reasons, resourceIds }) => {
    const who = new Intl.ListFormat(locale).format(resourceIds.map((id) => nameOf(resources.find((one) => one.id === id))));
    return reasons.map((reason) => t(`reasons.${reason}`, { who })).join(' ');
  };
}
