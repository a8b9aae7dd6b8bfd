import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRule } from '../../../shared/api/queues.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Taps } from '../../../shared/ui/taps.tsx';
import { useNames } from '../../session.tsx';
import { useFault } from '../edit/faults.ts';
import { MinutesField } from './minutes-field.tsx';
import { useRuleWords } from './rule-words.ts';

type RuleLineProps = {
  rule: OrderRule;
  index: number;
  count: number;
  onChange: (rule: OrderRule) => void;
  onMove: (by: 'up' | 'down') => void;
  onRemove: () => void;
};

/** One rule in words, its place and what it may be told more exactly. */
export function RuleLine({ rule, index, count, onChange, onMove, onRemove }: RuleLineProps) {
  const { t } = useTranslation(['queues', 'admin']);
  const words = useRuleWords()(rule);
  const fault = useFault(`rules.${index}`);
  const [isOpen, setOpen] = useState(rule.when === 'special-need' && rule.needs.length === 0);
  const isTold = rule.when === 'special-need' || rule.when === 'waited-over';
  return (
    <li className="order-rule">
      <span className="order-place" aria-hidden="true">
        {index + 1}.
      </span>
      <span className="order-words">
        {words}
        {fault ? <span className="field-problem">{fault}</span> : null}
      </span>
      <span className="move-buttons">
        {isTold ? (
          <Button
            size="small"
            kind="plain"
            icon={Pencil}
            aria-expanded={isOpen}
            aria-label={t('order.edit', { rule: words })}
            onPress={() => setOpen(!isOpen)}
          />
        ) : null}
        <Button
          size="small"
          kind="plain"
          icon={ArrowUp}
          data-move="up"
          aria-label={t('admin:lists.moveUp', { item: words })}
          isDisabled={index === 0}
          onPress={() => onMove('up')}
        />
        <Button
          size="small"
          kind="plain"
          icon={ArrowDown}
          data-move="down"
          aria-label={t('admin:lists.moveDown', { item: words })}
          isDisabled={index === count - 1}
          onPress={() => onMove('down')}
        />
        <Button size="small" kind="plain" icon={Trash2} aria-label={t('order.remove', { rule: words })} onPress={onRemove} />
      </span>
      {isOpen && isTold ? (
        <div className="order-told">
          <Told rule={rule} index={index} onChange={onChange} />
        </div>
      ) : null}
    </li>
  );
}

function Told({ rule, index, onChange }: Pick<RuleLineProps, 'rule' | 'index' | 'onChange'>) {
  const { t } = useTranslation('queues');
  const names = useNames();
  if (rule.when === 'waited-over') {
    return (
      <MinutesField
        name={`minutes.${index}`}
        label={t('order.minutes')}
        value={rule.minutes}
        onChange={(minutes) => minutes !== null && onChange({ ...rule, minutes })}
      />
    );
  }
  if (rule.when !== 'special-need') return null;
  return (
    <Taps
      label={t('order.needs')}
      options={names.items('specialNeeds')}
      value={rule.needs}
      onChange={(needs) => onChange({ ...rule, needs })}
    />
  );
}
