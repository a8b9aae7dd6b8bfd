import { useTranslation } from 'react-i18next';
import { Tap } from '../../../shared/ui/taps.tsx';
import { LineField } from '../fields/fields.tsx';
import type { Tongue } from './api.ts';
import { Finds } from './finds.tsx';

export type Explained = { meanings: string; both: boolean };

/** Meanings as they are written: a comma between two. */
export const meaningsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim().toLocaleLowerCase('fi'))
      .filter((one) => one !== ''),
  ),
];
export const written = (meanings: readonly string[]): string => meanings.join(', ');

type ExplainedProps = { language: Tongue; value: Explained; onChange: (change: Partial<Explained>) => void; autoFocus?: boolean };

/** What the word means, what that finds as things are, and whether it holds the other way as well. */
export function ExplainedFields({ language, value, onChange, autoFocus = false }: ExplainedProps) {
  const { t } = useTranslation('search');
  return (
    <>
      <section className="fields">
        <LineField
          name="meanings"
          label={t('meaning')}
          hint={t('meaningHint')}
          value={value.meanings}
          onChange={(meanings) => onChange({ meanings })}
          autoFocus={autoFocus}
        />
        <Finds language={language} meanings={meaningsOf(value.meanings)} />
      </section>
      <section>
        <Tap value="both" isSelected={value.both} onChange={(both) => onChange({ both })}>
          {t('both')}
        </Tap>
        <p className="hint">{t('bothHint')}</p>
      </section>
    </>
  );
}
