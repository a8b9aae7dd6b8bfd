import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { TextField, type TextFieldProps } from '../../../shared/ui/text-field.tsx';
import { useFault } from '../edit/faults.ts';
import { hoursOf, minutesOf } from './amounts.ts';

/** A line of text that says its own faults. */
export function LineField({ name, ...field }: TextFieldProps & { name: string }) {
  return <TextField {...field} problem={useFault(name)} />;
}

type HoursFieldProps = { label: string; name: string; minutes: number; onChange: (minutes: number) => void; hint?: string };

/** A time span that people say in hours and the server keeps in minutes: "4", "2,5". */
export function HoursField({ label, name, minutes, onChange, hint }: HoursFieldProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const [text, setText] = useState(hoursOf(minutes, locale));
  const typed = minutesOf(text);
  useEffect(() => setText((before) => (minutesOf(before) === minutes ? before : hoursOf(minutes, locale))), [minutes, locale]);
  const fault = useFault(name);
  const write = (next: string) => {
    setText(next);
    const amount = minutesOf(next);
    if (amount !== null) onChange(amount);
  };
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      onChange={write}
      inputMode="decimal"
      problem={fault ?? (typed === null ? t('faults.hours') : undefined)}
    />
  );
}

type PickProps = {
  label: string;
  name: string;
  options: readonly { id: string; label: string; hint?: string | undefined }[];
  value: string | null;
  onChange: (id: string | null) => void;
  none?: string;
  hint?: string;
  isRequired?: boolean;
};

const noneId = 'none';

/** One of some, or none where `none` has a word for it. */
export function PickField({ name, none, options, value, onChange, ...field }: PickProps) {
  const all = none ? [{ id: noneId, label: none }, ...options] : options;
  return (
    <Select
      {...field}
      options={all}
      value={value ?? (none ? noneId : null)}
      onChange={(id) => onChange(none && id === noneId ? null : id)}
      problem={useFault(name)}
    />
  );
}
