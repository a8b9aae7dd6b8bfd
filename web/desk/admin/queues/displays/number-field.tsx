import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../../fields/fields.tsx';

type NumberFieldProps = {
  name: string;
  label: string;
  /** Instead of the bounds. */
  hint?: string | undefined;
  value: number;
  from: number;
  to: number;
  onChange: (value: number) => void;
};

/** A whole number within its bounds; what is not one stays to be mended and changes nothing. */
export function NumberField({ name, label, hint, value, from, to, onChange }: NumberFieldProps) {
  const { t } = useTranslation('displays');
  const [text, setText] = useState(String(value));
  const numberIn = (typed: string) =>
    /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= from && Number(typed) <= to ? Number(typed) : null;
  useEffect(() => setText((before) => (Number(before) === value ? before : String(value))), [value]);
  const write = (typed: string) => {
    setText(typed);
    const number = numberIn(typed);
    if (number !== null) onChange(number);
  };
  const isWrong = numberIn(text) === null;
  return (
    <LineField
      name={name}
      label={label}
      hint={isWrong ? t('numberFault', { from, to }) : (hint ?? t('between', { from, to }))}
      value={text}
      onChange={write}
      inputMode="numeric"
      maxLength={3}
    />
  );
}
