import './package-fields.css';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Tap } from '../../../shared/ui/taps.tsx';
import { moved } from '../lists/order.ts';
import { useLanguageName } from '../words.ts';
import { languages, newStep, type PackageDetails } from './package-details.ts';
import { SaidField } from './said-field.tsx';
import { StepFields } from './step-fields.tsx';

/** What the package is called and its steps, all languages side by side. */
export function PackageFields({ value, onChange }: { value: PackageDetails; onChange: (change: Partial<PackageDetails>) => void }) {
  const { t } = useTranslation('packages');
  const languageName = useLanguageName();
  const { texts, steps } = value.content;
  const write = (content: Partial<PackageDetails['content']>) => onChange({ content: { ...value.content, ...content } });
  return (
    <>
      <section className="fields">
        <div className="admin-state">
          <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
            {t('edit.active')}
          </Tap>
        </div>
        <div className="side-by-side four">
          {languages.map((language) => {
            const said = texts[language] ?? { title: '', intro: '' };
            const put = (change: Partial<typeof said>) => write({ texts: { ...texts, [language]: { ...said, ...change } } });
            return (
              <fieldset className="text-language" key={language}>
                <legend>{languageName(language === 'plain' ? 'fi-x-plain' : language)}</legend>
                <SaidField
                  name={`content.texts.${language}`}
                  label={t('edit.title')}
                  language={language}
                  value={said.title}
                  maxLength={120}
                  onChange={(title) => put({ title })}
                />
                <SaidField
                  name={`content.texts.${language}.intro`}
                  label={t('edit.intro')}
                  language={language}
                  value={said.intro}
                  maxLength={2000}
                  rows={5}
                  onChange={(intro) => put({ intro })}
                />
              </fieldset>
            );
          })}
        </div>
      </section>
      <section className="fields" aria-labelledby="package-steps">
        <h2 className="section-head" id="package-steps">
          {t('edit.steps')}
        </h2>
        {steps.map((step, index) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what a step is known by
            key={index}
            step={step}
            index={index}
            count={steps.length}
            onChange={(change) => write({ steps: steps.with(index, { ...step, ...change }) })}
            onMove={(to) => write({ steps: moved(steps, index, to) })}
            onRemove={() => write({ steps: steps.toSpliced(index, 1) })}
          />
        ))}
        <p>
          <Button size="small" icon={Plus} onPress={() => write({ steps: [...steps, newStep()] })}>
            {t('edit.addStep')}
          </Button>
        </p>
      </section>
    </>
  );
}
