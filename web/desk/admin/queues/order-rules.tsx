import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRule } from '../../../shared/api/queues.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { moved } from '../lists/order.ts';
import { RuleLine } from './rule-line.tsx';
import { kindsLeft, newRule, useRuleWords } from './rule-words.ts';

const most = 12;

type OrderRulesProps = { rules: readonly OrderRule[]; onChange: (rules: OrderRule[]) => void };

/** Who goes first, the strongest rule on top. Whoever none of them fits comes after, in the order of arrival. */
export function OrderRules({ rules, onChange }: OrderRulesProps) {
  const { t } = useTranslation(['queues', 'admin']);
  const words = useRuleWords();
  const list = useRef<HTMLOListElement>(null);
  const keys = ruleKeys(rules);
  const [said, setSaid] = useState('');
  const carried = useRef<{ to: number; by: 'up' | 'down' } | null>(null);
  useEffect(() => {
    if (!carried.current) return;
    focusOn(list.current, carried.current.to, carried.current.by);
    carried.current = null;
  });
  const move = (from: number, by: 'up' | 'down') => {
    const to = by === 'up' ? from - 1 : from + 1;
    carried.current = { to, by };
    onChange(moved(rules, from, to));
    setSaid(t('admin:lists.movedTo', { item: words(rules[from] as OrderRule), place: to + 1, count: rules.length }));
  };
  const add = (rule: OrderRule) => onChange([...rules, rule]);
  return (
    <section className="queues-order" aria-labelledby="order-title">
      <h2 id="order-title">{t('order.title')}</h2>
      <ol className="order-rules" ref={list}>
        {rules.map((rule, index) => (
          <RuleLine
            key={keys[index]}
            rule={rule}
            index={index}
            count={rules.length}
            onChange={(changed) => onChange(rules.with(index, changed))}
            onMove={(by) => move(index, by)}
            onRemove={() => {
              carried.current = { to: Math.min(index, rules.length - 2), by: 'up' };
              onChange(rules.toSpliced(index, 1));
              setSaid(t('order.removed', { rule: words(rule) }));
            }}
          />
        ))}
      </ol>
      <p className="order-rest quiet">{t('order.rest')}</p>
      {rules.length < most ? (
        <Menu
          label={t('order.add')}
          commands={kindsLeft(rules).map((when) => ({ id: when, label: t(`order.kinds.${when}`), run: () => add(newRule(when)) }))}
        >
          <Button icon={Plus}>{t('order.add')}</Button>
        </Menu>
      ) : null}
      <p className="heard" role="status">
        {said}
      </p>
    </section>
  );
}

/** A rule has no name of its own: it is the first, second ... of its kind. */
function ruleKeys(rules: readonly OrderRule[]): string[] {
  return rules.map(({ when }, index) => `${when}-${rules.slice(0, index).filter((rule) => rule.when === when).length}`);
}

/** The focus follows what was carried; at either end to the button that is left. */
function focusOn(list: HTMLElement | null, index: number, by: 'up' | 'down'): void {
  const line = list?.children[index];
  const button = line?.querySelector<HTMLElement>(`[data-move="${by}"]:not([disabled])`);
  (button ?? line?.querySelector<HTMLElement>('[data-move]:not([disabled])') ?? line?.querySelector<HTMLElement>('button'))?.focus();
}
