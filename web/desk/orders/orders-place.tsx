import './orders.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderTask } from '../../../server/modules/matters/orders/schema.ts';
import { orderTasks } from '../../shared/api/orders.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { keys } from '../queries.ts';
import { OrderState } from './order-state.tsx';
import { useOrderWords } from './order-words.ts';

/** Interpreters still to be ordered, or ordered and still to come. */
export function OrdersPlace() {
  const { t } = useTranslation('orders');
  const list = useRef<HTMLElement>(null);
  useListKeys(list);
  return (
    <main className="orders" id="main" tabIndex={-1} ref={list}>
      <title>{`${t('title')} · Polku`}</title>
      <h1>{t('title')}</h1>
      <Lines />
    </main>
  );
}

function Lines() {
  const { t } = useTranslation('orders');
  const found = useQuery({ queryKey: keys.orders, queryFn: orderTasks });
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} />;
  if (found.data.orders.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>;
  return (
    <ul className="order-lines">
      {found.data.orders.map((order) => (
        <li key={order.id}>
          <Line order={order} />
        </li>
      ))}
    </ul>
  );
}

function Line({ order }: { order: OrderTask }) {
  const words = useOrderWords()(order);
  return (
    <Link className="row order-line" to="/matters/$matterId" params={{ matterId: order.matterId }} search={{ view: 'unit' }}>
      <strong>{words.name}</strong>
      <OrderState order={order} />
      <span>{words.facts}</span>
      <span className="quiet">
        {[order.customerName, order.matterTitle, sayMatterNumber(order.matterNumber)].filter(Boolean).join(' · ')}
      </span>
    </Link>
  );
}
