import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../shared/api/queues.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { Tap, Taps } from '../../../shared/ui/taps.tsx';
import { useNames } from '../../session.tsx';
import { useNameHere } from '../words.ts';
import { type CounterDetails, counterKinds } from './counter-details.ts';
import { DirectionField } from './direction-field.tsx';
import { SideNames } from './side-names.tsx';

type CounterFieldsProps = {
  isNew: boolean;
  value: CounterDetails;
  onChange: (change: Partial<CounterDetails>) => void;
  queues: readonly Queue[];
};

export function CounterFields({ isNew, value, onChange, queues }: CounterFieldsProps) {
  const { t } = useTranslation('queues');
  const names = useNames();
  const nameHere = useNameHere();
  const offered = queues.filter(({ id, active }) => active || value.queueIds.includes(id));
  return (
    <>
      <section className="fields">
        <Choice
          label={t('counter.kind')}
          options={counterKinds.map((id) => ({ id, label: t(`counter.kinds.${id}`) }))}
          value={value.kind}
          onChange={(kind) => onChange({ kind: kind as CounterDetails['kind'] })}
        />
        <SideNames label={t('counter.name')} name="name" value={value.name} onChange={(name) => onChange({ name })} />
        <p className="hint">{t('counter.nameHint')}</p>
        <DirectionField value={value.direction} onChange={(direction) => onChange({ direction })} />
      </section>
      <section className="fields">
        {offered.length === 0 ? <p className="quiet">{t('counter.noQueues')}</p> : null}
        <Taps
          label={t('counter.queues')}
          note={t('counter.queuesNote')}
          options={offered.map((queue) => ({ id: queue.id, label: `${queue.prefix} ${nameHere(queue.name)}` }))}
          value={value.queueIds}
          onChange={(ids) => onChange({ queueIds: ids.toSorted() })}
        />
        <Taps
          label={t('counter.suits')}
          note={t('counter.suitsNote')}
          options={names.items('specialNeeds')}
          value={value.suits}
          onChange={(suits) => onChange({ suits: suits.toSorted() })}
        />
      </section>
      {isNew ? null : (
        <section className="fields">
          <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
            {t('counter.active')}
          </Tap>
        </section>
      )}
    </>
  );
}
