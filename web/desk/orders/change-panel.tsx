import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailedWhy, Order, OrderState as State } from '../../../server/modules/matters/orders/schema.ts';
import { changeOrder } from '../../shared/api/orders.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { OrderState } from './order-state.tsx';
import { useOrderWords } from './order-words.ts';

/** Where an order may go from where it is. */
const next: Record<State, State[]> = {
  'to-order': ['to-order', 'ordered', 'confirmed', 'failed', 'cancelled'],
  ordered: ['ordered', 'confirmed', 'done', 'failed', 'cancelled'],
  confirmed: ['confirmed', 'done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
};
const whys: FailedWhy[] = ['nobody-free', 'did-not-come', 'wrong-language', 'connection', 'other'];

/** Takes an order on: whom it was ordered from, what they call it, and how it went. */
export function ChangePanel({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const words = useOrderWords()(order);
  const [state, setState] = useState(order.state);
  const [failedWhy, setFailedWhy] = useState<FailedWhy | null>(null);
  const [provider, setProvider] = useState(order.provider);
  const [reference, setReference] = useState(order.reference);
  const { run, isRunning } = useDeed([keys.matterOrders(order.matterId), keys.orders, keys.matter(order.matterId)]);
  const isSettled = next[order.state].length === 0;
  const why = state === 'failed' ? { failedWhy } : {};
  const save = async () => {
    if (await run(() => changeOrder(order.id, { state, provider, reference, version: order.version, ...why }))) onClose();
  };
  const isMissing = state === 'failed' && !failedWhy;
  return (
    <Panel
      title={words.name}
      facts={words.facts}
      onClose={onClose}
      foot={isSettled ? null : <FormFoot save={t('keep')} isPending={isRunning} isDisabled={isMissing} onSave={() => void save()} />}
    >
      {isSettled ? (
        <section className="fields">
          <OrderState order={order} />
          <p>{[order.provider, order.reference].filter(Boolean).join(' · ')}</p>
        </section>
      ) : (
        <section className="fields">
          <Choice
            label={t('state')}
            options={next[order.state].map((id) => ({ id, label: t(`states.${id}`) }))}
            value={state}
            onChange={(id) => setState(id as State)}
          />
          {state === 'failed' ? (
            <Select
              label={t('failedWhy')}
              isRequired
              options={whys.map((id) => ({ id, label: t(`why.${id}`) }))}
              value={failedWhy}
              onChange={(id) => setFailedWhy(id as FailedWhy)}
            />
          ) : null}
          <TextField label={t('provider')} value={provider} onChange={setProvider} />
          <TextField label={t('reference')} value={reference} onChange={setReference} />
        </section>
      )}
    </Panel>
  );
}
