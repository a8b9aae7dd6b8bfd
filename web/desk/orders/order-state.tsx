import { CircleCheck, CircleDot, CircleX, Clock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../server/modules/matters/orders/schema.ts';
import { StatusWord } from '../../shared/ui/status.tsx';

const looks = {
  'to-order': { tone: 'brand', icon: CircleDot },
  ordered: { tone: 'wait', icon: Clock },
  confirmed: { tone: 'good', icon: CircleCheck },
  done: { tone: 'good', icon: CircleCheck },
  failed: { tone: 'bad', icon: TriangleAlert },
  cancelled: { tone: 'quiet', icon: CircleX },
} as const;

export function OrderState({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { tone, icon } = looks[order.state];
  return (
    <StatusWord tone={tone} icon={icon}>
      {order.failedWhy ? t(`why.${order.failedWhy}`) : t(`states.${order.state}`)}
    </StatusWord>
  );
}
