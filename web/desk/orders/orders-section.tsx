import './orders.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../server/modules/matters/orders/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { matterOrders } from '../../shared/api/orders.ts';
import { Button } from '../../shared/ui/button.tsx';
import { keys } from '../queries.ts';
import { ChangePanel } from './change-panel.tsx';
import { OrderPanel } from './order-panel.tsx';
import { OrderState } from './order-state.tsx';
import { useOrderWords } from './order-words.ts';

/** Arrangements that somebody outside has to be ordered for. */
const ordered: Record<string, Order['kind']> = {
  'needs-interpreter': 'interpreter',
  'sign-language': 'sign-language',
  'speech-to-text': 'speech-to-text',
};

/** Interpreters ordered for this matter; offered when an arrangement asks for one. */
export function OrdersSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('orders');
  const [isNew, setNew] = useState(false);
  const [changing, setChanging] = useState<Order | null>(null);
  const asked = page.customer.arrangements.map(({ kind }) => ordered[kind]).find((kind) => kind !== undefined);
  const found = useQuery({ queryKey: keys.matterOrders(page.id), queryFn: () => matterOrders(page.id), enabled: page.may.write });
  const orders = found.data?.orders ?? [];
  if (!page.may.write || (!asked && orders.length === 0)) return null;
  return (
    <section className="section" aria-labelledby="orders">
      <div className="section-head">
        <h2 id="orders">{t('title')}</h2>
        <Button kind="plain" size="small" push onPress={() => setNew(true)}>
          {t('order')}
        </Button>
      </div>
      {orders.length === 0 ? <p className="quiet">{t('nothing')}</p> : null}
      <ul className="lines">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderLine order={order} onOpen={() => setChanging(order)} />
          </li>
        ))}
      </ul>
      {isNew ? <OrderPanel page={page} kind={asked ?? 'interpreter'} onClose={() => setNew(false)} /> : null}
      {changing ? <ChangePanel order={changing} onClose={() => setChanging(null)} /> : null}
    </section>
  );
}

function OrderLine({ order, onOpen }: { order: Order; onOpen: () => void }) {
  const words = useOrderWords()(order);
  return (
    <>
      <button type="button" className="name order-name" onClick={onOpen}>
        <span className="order-what">{words.name}</span>
        <span className="option-hint">{words.facts}</span>
      </button>
      <span className="push">
        <OrderState order={order} />
      </span>
    </>
  );
}
