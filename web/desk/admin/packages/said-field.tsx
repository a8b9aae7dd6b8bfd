import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { useFault } from '../edit/faults.ts';
import type { PackageLanguage } from './package-details.ts';

type SaidFieldProps = {
  name: string;
  label: string;
  language: PackageLanguage;
  value: string;
  onChange: (text: string) => void;
  maxLength: number;
  /** Lines of the field; one when left out. */
  rows?: number;
};

/** One thing said in one language. */
export function SaidField({ name, label, language, value, onChange, maxLength, rows }: SaidFieldProps) {
  const fault = useFault(name);
  const lang = language === 'plain' ? 'fi' : language;
  return (
    <TextField className="field" value={value} onChange={onChange} isInvalid={fault !== undefined} maxLength={maxLength}>
      <Label>{label}</Label>
      {rows ? <TextArea className="input" lang={lang} rows={rows} /> : <Input className="input" lang={lang} />}
      <FieldError className="field-problem">{fault}</FieldError>
    </TextField>
  );
}
