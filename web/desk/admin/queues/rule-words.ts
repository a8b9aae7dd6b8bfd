import { useTranslation } from 'react-i18next';
import type { OrderRule } from '../../../shared/api/queues.ts';
import { useNames } from '../../session.tsx';

/** A rule as one would say it: "Who has an agreed time, from its minute". */
export function useRuleWords(): (rule: OrderRule) => string {
  const { t } = useTranslation('queues');
  const names = useNames();
  return (rule) => {
    if (rule.when === 'appointment-due') return t('order.rules.appointment-due');
    if (rule.when === 'chain-continued') return t('order.rules.chain-continued');
    if (rule.when === 'waited-over') return t('order.rules.waited-over', { minutes: rule.minutes });
    const needs = rule.needs.map((need) => names.item('specialNeeds', need));
    return needs.length > 0 ? t('order.rules.special-need', { needs: needs.join(' · ') }) : t('order.rules.no-need');
  };
}

export type RuleKind = OrderRule['when'];

/** A new rule before anybody has said more of it. */
export function newRule(when: RuleKind): OrderRule {
  if (when === 'special-need') return { when, needs: [] };
  return when === 'waited-over' ? { when, minutes: 45 } : { when };
}

/** Kinds that may still be added: a second rule of an agreed time or of a chain would lift nobody. */
export function kindsLeft(rules: readonly OrderRule[]): RuleKind[] {
  const once = (when: RuleKind) => (rules.some((rule) => rule.when === when) ? [] : [when]);
  return [...once('appointment-due'), 'special-need', 'waited-over', ...once('chain-continued')];
}
