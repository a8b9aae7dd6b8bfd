import { useEffect, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { clockIn, clockOf } from '../fields/amounts.ts';

/** A time of day written as people do: "9", "9.30", "0930". Put into shape when it is left. */
export function TimeField({ label, value, onChange }: { label: string; value: string; onChange: (clock: string) => void }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const [text, setText] = useState(value && clockIn(value, locale));
  useEffect(() => setText((before) => (clockOf(before) === value ? before : value && clockIn(value, locale))), [value, locale]);
  const isWrong = text !== '' && clockOf(text) === null;
  const write = (next: string) => {
    setText(next);
    const clock = clockOf(next);
    if (clock) onChange(clock);
  };
  return (
    <TextField
      aria-label={isWrong ? `${label}. ${t('faults.clock')}` : label}
      className="time-field"
      value={text}
      onChange={write}
      onBlur={() => setText(clockIn(clockOf(text) ?? value, locale))}
      inputMode="decimal"
      isInvalid={isWrong}
    >
      <Input className="input" maxLength={5} />
    </TextField>
  );
}
