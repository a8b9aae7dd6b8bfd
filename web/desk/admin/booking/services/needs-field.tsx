import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedRule, ResourceKind } from '../../../../shared/api/booking-setup.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Menu } from '../../../../shared/ui/menu.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { Taps } from '../../../../shared/ui/taps.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useNames } from '../../../session.tsx';
import { useFault } from '../../edit/faults.ts';
import { OpeningLine } from '../opening-line.tsx';
import type { BookingSetUp } from '../use-set-up.ts';
import { kinds, useFeatureOptions, useRuleWords } from '../words.ts';
import { changedRule, type RuleChange } from './need-rule.ts';

type NeedsFieldProps = { value: NeedRule[]; onChange: (rules: NeedRule[]) => void; setUp: BookingSetUp };

/** What a special need adds to the appointment, each rule as a sentence that opens to be changed. */
export function NeedsField({ value, onChange, setUp }: NeedsFieldProps) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const fault = useFault('rules');
  const [opened, setOpened] = useState<string | null>(null);
  const left = names.items('specialNeeds').filter(({ id }) => !value.some(({ need }) => need === id));
  const add = (need: string) => {
    onChange([...value, { need, minutes: 15 }]);
    setOpened(need);
  };
  return (
    <section className="fields">
      <h2>{t('rule.title')}</h2>
      <p className="hint">{t('rule.hint')}</p>
      {fault ? <p className="field-problem">{fault}</p> : null}
      {value.length === 0 ? <p className="quiet">{t('rule.none')}</p> : null}
      <ul className="booking-lines">
        {value.map((rule, index) => (
          <Rule
            key={rule.need}
            rule={rule}
            isOpen={opened === rule.need}
            onOpen={() => setOpened(opened === rule.need ? null : rule.need)}
            used={setUp.resources.flatMap(({ features }) => features)}
            onChange={(changed) => onChange(value.with(index, changed))}
            onRemove={() => onChange(value.toSpliced(index, 1))}
          />
        ))}
      </ul>
      {left.length > 0 ? (
        <Menu label={t('rule.add')} commands={left.map(({ id, label }) => ({ id, label, run: () => add(id) }))}>
          <Button icon={Plus}>{t('rule.add')}</Button>
        </Menu>
      ) : null}
    </section>
  );
}

type RuleProps = {
  rule: NeedRule;
  isOpen: boolean;
  onOpen: () => void;
  used: readonly string[];
  onChange: (rule: NeedRule) => void;
  onRemove: () => void;
};

function Rule({ rule, isOpen, onOpen, used, onChange, onRemove }: RuleProps) {
  const { t } = useTranslation('booking-setup');
  const words = useRuleWords()(rule);
  return (
    <OpeningLine
      words={words}
      edit={t('rule.edit', { rule: words })}
      remove={t('rule.remove', { rule: words })}
      isOpen={isOpen}
      onOpen={onOpen}
      onRemove={onRemove}
    >
      <Told rule={rule} used={used} onChange={onChange} />
    </OpeningLine>
  );
}

const nobody = 'nobody';
/** Minutes more. */
const longer = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];

function Told({ rule, used, onChange }: Pick<RuleProps, 'rule' | 'used' | 'onChange'>) {
  const { t } = useTranslation('booking-setup');
  const { duration } = useTimes();
  const options = useFeatureOptions([...used, ...(rule.room ?? [])]);
  const { minutes, part, room } = rule;
  const write = (change: RuleChange) => onChange(changedRule(rule, change));
  return (
    <div className="fields">
      <div className="fields two">
        <Select
          label={t('rule.minutes')}
          options={[...new Set([...longer, minutes ?? 0])].map((more) => ({
            id: String(more),
            label: more === 0 ? t('rule.noMinutes') : `+${duration(more)}`,
          }))}
          value={String(minutes ?? 0)}
          onChange={(more) => write({ minutes: Number(more) || null })}
        />
        <Select
          label={t('rule.part')}
          options={[{ id: nobody, label: t('rule.noPart') }, ...kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))]}
          value={part?.kind ?? nobody}
          onChange={(kind) => write({ kind: kind === nobody ? null : (kind as ResourceKind) })}
        />
      </div>
      <Taps label={t('rule.features')} options={options} value={room ?? []} onChange={(chosen) => write({ room: chosen })} />
    </div>
  );
}
