import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useNames } from '../session.tsx';
import type { WrapUpWords } from './words.ts';

type SomeTapsProps = {
  list: string;
  kind?: string;
  label: string;
  note?: string;
  value: readonly string[];
  onChange: (keys: string[]) => void;
  /** How many stand in sight at first; suggested ones always do. */
  atFirst?: number;
};

/** A configurable list to tap on, the suggested first, the rest behind one button. */
export function SomeTaps({ list, kind, label, note, value, onChange, atFirst = 6 }: SomeTapsProps) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const [isWhole, setWhole] = useState(false);
  const [first] = useState(value);
  const items = names.items(list).filter((item) => !kind || item.extra.kind === kind);
  const ordered = [...items.filter((item) => first.includes(item.id)), ...items.filter((item) => !first.includes(item.id))];
  const shown = isWhole ? ordered : ordered.filter((item, index) => index < atFirst || value.includes(item.id));
  const rest = ordered.length - shown.length;
  return (
    <Taps
      label={label}
      note={note}
      options={shown}
      value={value}
      onChange={onChange}
      after={
        rest > 0 ? (
          <Button kind="plain" onPress={() => setWhole(true)}>
            {t('wrapUp.more', { count: rest })}
          </Button>
        ) : null
      }
    />
  );
}

const directedHere = 'referred-here';

export function ReasonTaps({ words, onChange }: { words: WrapUpWords; onChange: (change: Partial<WrapUpWords>) => void }) {
  const { t } = useTranslation('desk');
  return (
    <section className="fields">
      <SomeTaps
        list="reasonsForComing"
        label={t('wrapUp.reasons')}
        note={t('wrapUp.suggested')}
        value={words.reasons}
        onChange={(reasons) => onChange({ reasons })}
        atFirst={5}
      />
      {words.reasons.includes(directedHere) ? (
        <TextField label={t('wrapUp.directedBy')} value={words.directedBy} onChange={(directedBy) => onChange({ directedBy })} />
      ) : null}
    </section>
  );
}
