import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order, OrderInput } from '../../../server/modules/matters/orders/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { orderLanguage } from '../../shared/api/orders.ts';
import { newKey } from '../../shared/api/request.ts';
import { localOf, momentOfLocal } from '../../shared/ui/local-time.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { OccasionFields } from './occasion-fields.tsx';

type OrderPanelProps = { page: MatterPage; kind: Order['kind']; onClose: () => void };

/** A new order, filled in from what is known: the arrangement, the language and the next step with a time. */
export function OrderPanel({ page, kind, onClose }: OrderPanelProps) {
  const { t } = useTranslation('orders');
  const names = useNames();
  const step = page.steps.find((one) => one.at && (one.state === 'planned' || one.state === 'now'));
  const spoken = page.customer.arrangements.find((one) => one.kind === 'needs-interpreter')?.detail;
  const language = spoken || (page.customer.language === 'other' ? '' : names.item('serviceLanguages', page.customer.language));
  const [occasion, setOccasion] = useState({
    kind,
    language,
    way: 'on-site' as Order['way'],
    at: step?.at ? localOf(step.at) : '',
    minutes: '60',
    place: step?.place ?? '',
  });
  const [isWrong, setWrong] = useState(false);
  const key = useRef(newKey());
  const { run, isRunning } = useDeed([keys.matterOrders(page.id), keys.orders, keys.matter(page.id)]);
  const at = momentOfLocal(occasion.at);
  const save = async () => {
    if (!at) return;
    const input: OrderInput = { ...occasion, at, minutes: Number(occasion.minutes) };
    if (await run(() => orderLanguage(page.id, input, key.current))) onClose();
  };
  return (
    <Panel
      title={t('order')}
      facts={t('note')}
      onClose={onClose}
      foot={<FormFoot save={t('save')} isPending={isRunning} isDisabled={!at || isWrong} onSave={() => void save()} />}
    >
      <OccasionFields occasion={occasion} onChange={setOccasion} onWrong={setWrong} />
    </Panel>
  );
}
