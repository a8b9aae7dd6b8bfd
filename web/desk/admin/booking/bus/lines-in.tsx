import { type Locale, locales } from '../../../../shared/i18n/locale.ts';
import { TextField } from '../../../../shared/ui/text-field.tsx';
import { useLanguageName } from '../../words.ts';

type Lines = Partial<Record<Locale, string | undefined>>;
type LinesProps = { label: string; value: Lines; onChange: (lines: Record<Locale, string>) => void };

/** A few lines of text in each language. */
export function LinesIn({ label, value, onChange }: LinesProps) {
  const languageName = useLanguageName();
  const all = { fi: value.fi ?? '', sv: value.sv ?? '', en: value.en ?? '' };
  return (
    <fieldset className="fields bus-lines">
      <legend>{label}</legend>
      {locales.map((locale) => (
        <TextField
          key={locale}
          label={languageName(locale)}
          rows={3}
          maxLength={1000}
          value={all[locale]}
          onChange={(text) => onChange({ ...all, [locale]: text })}
        />
      ))}
    </fieldset>
  );
}
