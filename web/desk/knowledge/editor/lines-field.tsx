import { useEffect, useState } from 'react';
import { TextField } from '../../../shared/ui/text-field.tsx';

type LinesFieldProps = { label: string; lang: string; value: readonly string[]; onChange: (lines: string[]) => void; isDisabled: boolean };

/** One thing a line. The line one is about to write stays while one writes it. */
export function LinesField({ label, lang, value, onChange, isDisabled }: LinesFieldProps) {
  const [text, setText] = useState(value.join('\n'));
  useEffect(
    () => setText((before) => (linesOf(before).join('\n') === value.filter(Boolean).join('\n') ? before : value.join('\n'))),
    [value],
  );
  return (
    <TextField
      label={label}
      hideLabel
      lang={lang}
      rows={3}
      value={text}
      isDisabled={isDisabled}
      onChange={(next) => {
        setText(next);
        onChange(linesOf(next));
      }}
    />
  );
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
