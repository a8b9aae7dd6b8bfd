import { useId } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { type Locale, locales, regional } from '../../../shared/i18n/locale.ts';
import type { Names } from '../../../shared/i18n/names.ts';
import { useFault } from '../edit/faults.ts';
import { useLanguageName } from '../words.ts';

type NamesFieldProps = {
  label: string;
  hint?: string;
  name: string;
  value: Partial<Names>;
  onChange: (names: Names) => void;
  isRequired?: boolean;
  autoFocus?: boolean;
};

/** One thing's name in each language, one under another. */
export function NamesField({ label, hint, name, value, onChange, isRequired = true, autoFocus = false }: NamesFieldProps) {
  const id = useId();
  const all: Names = { fi: value.fi ?? '', sv: value.sv ?? '', en: value.en ?? '' };
  return (
    <fieldset className="names-field" aria-describedby={hint ? id : undefined}>
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={id}>
          {hint}
        </p>
      ) : null}
      {locales.map((locale) => (
        <NameIn
          key={locale}
          locale={locale}
          name={`${name}.${locale}`}
          value={all[locale]}
          onChange={(words) => onChange({ ...all, [locale]: words })}
          isRequired={isRequired}
          autoFocus={autoFocus && locale === 'fi'}
        />
      ))}
    </fieldset>
  );
}

type NameInProps = {
  locale: Locale;
  name: string;
  value: string;
  onChange: (words: string) => void;
  isRequired: boolean;
  autoFocus: boolean;
};

function NameIn({ locale, name, value, onChange, isRequired, autoFocus }: NameInProps) {
  const languageName = useLanguageName();
  const fault = useFault(name);
  return (
    <TextField
      className="field-line"
      value={value}
      onChange={onChange}
      isInvalid={fault !== undefined}
      isRequired={isRequired}
      autoFocus={autoFocus}
    >
      <Label>{languageName(locale)}</Label>
      <span>
        <Input className="input" lang={regional[locale]} maxLength={200} />
        <FieldError className="field-problem">{fault}</FieldError>
      </span>
    </TextField>
  );
}
