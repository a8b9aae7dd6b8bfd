import { RotateCcw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type OrderPolicy, type OrderRule, type QueueSetUp, readSetUp, writeOrder } from '../../../shared/api/queues.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { FormFoot } from '../../form-foot.tsx';
import { FaultsHere } from '../edit/faults.ts';
import { type Edit, useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { OrderRules } from './order-rules.tsx';
import { OrderTrials } from './order-trials.tsx';
import { keys } from './queries.ts';
import type { Place } from './use-place.ts';
import { useVersioned } from './use-versioned.ts';

type Order = { rules: OrderRule[] };
const orderOf = ({ rules }: Order): Order => ({ rules });

/** Who is called first: written in words, tried on a day that was, and only then taken into use. */
export function OrderTab({ setUp: { pointId, policy } }: { setUp: QueueSetUp; place: Place; open: string | undefined }) {
  const { t } = useTranslation('queues');
  const edit = useEdit<Order>(`queues/${pointId}/order`, orderOf(policy));
  const saving = useSaving([keys.setUp(pointId)]);
  const { latest, send } = useVersioned<QueueSetUp, OrderPolicy, Order>({
    queryKey: keys.setUp(pointId),
    read: () => readSetUp(pointId),
    find: (setUp) => setUp.policy,
    detailsOf: orderOf,
    write: ({ rules = [] }, version) => writeOrder(pointId, { rules, version }),
  });
  const save = () => saving.run({ edit, latest, send, said: t('order.saved'), hasUndo: true, onDone: () => undefined });
  const isWhole = edit.value.rules.every((rule) => rule.when !== 'special-need' || rule.needs.length > 0);
  return (
    <FaultsHere value={saving.faults}>
      <div className="queues-order-tab">
        <p className="quiet">{t(policy.version === 0 ? 'order.introUsual' : 'order.intro')}</p>
        {edit.conflicts.length > 0 ? <Conflict edit={edit} /> : null}
        <OrderRules rules={edit.value.rules} onChange={(rules) => edit.change({ rules })} />
        <div className="actions queues-order-foot">
          {edit.changed.length > 0 ? (
            <Button icon={RotateCcw} onPress={edit.discard}>
              {t('order.discard')}
            </Button>
          ) : null}
          <FormFoot
            save={t('order.save')}
            isPending={saving.isSaving}
            isDisabled={edit.changed.length === 0 || !isWhole}
            problem={saving.problem}
            onSave={() => void save()}
          >
            <span className="quiet small" role="status">
              {isWhole ? edit.changed.length > 0 && t('order.unsaved') : t('order.needMissing')}
            </span>
          </FormFoot>
        </div>
        <OrderTrials pointId={pointId} rules={edit.value.rules} isWhole={isWhole} />
      </div>
    </FaultsHere>
  );
}

function Conflict({ edit }: { edit: Edit<Order> }) {
  const { t } = useTranslation(['queues', 'admin']);
  return (
    <div className="admin-note warn queues-note" role="alert">
      <Icon of={TriangleAlert} />
      <p>{t('order.conflict')}</p>
      <span className="actions">
        <Button size="small" onPress={edit.takeTheirs}>
          {t('admin:conflict.takeTheirs')}
        </Button>
        <Button size="small" onPress={edit.keepMine}>
          {t('admin:conflict.keepMine')}
        </Button>
      </span>
    </div>
  );
}
