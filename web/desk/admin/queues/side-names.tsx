import { type Locale, locales } from '../../../shared/i18n/locale.ts';
import type { Names } from '../../../shared/i18n/names.ts';
import { SaidField } from '../packages/said-field.tsx';
import { useLanguageName } from '../words.ts';

type SideNamesProps = { label: string; name: string; value: Partial<Names>; onChange: (names: Names) => void };

/** One thing's name in the three languages side by side. */
export function SideNames({ label, name, value, onChange }: SideNamesProps) {
  const languageName = useLanguageName();
  const all: Names = { fi: value.fi ?? '', sv: value.sv ?? '', en: value.en ?? '' };
  return (
    <fieldset className="names-field">
      <legend>{label}</legend>
      <div className="queues-names">
        {locales.map((locale: Locale) => (
          <SaidField
            key={locale}
            name={`${name}.${locale}`}
            label={languageName(locale)}
            language={locale}
            value={all[locale]}
            maxLength={200}
            onChange={(words) => onChange({ ...all, [locale]: words })}
          />
        ))}
      </div>
    </fieldset>
  );
}
