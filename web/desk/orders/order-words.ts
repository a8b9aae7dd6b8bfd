import { useTranslation } from 'react-i18next';
import type { Order } from '../../../server/modules/matters/orders/schema.ts';
import { useTimes } from '../../shared/ui/use-times.ts';

/** "Tulkki, somali" and "ke 26.11. klo 10.00 · 45 min · Video". */
export function useOrderWords() {
  const { t } = useTranslation('orders');
  const { dateTime, duration } = useTimes();
  return ({ kind, language, at, minutes, way, place }: Order) => ({
    name: [t(`kinds.${kind}`), language].filter(Boolean).join(', '),
    facts: [dateTime(at), duration(minutes), t(`ways.${way}`), place].filter(Boolean).join(' · '),
  });
}
