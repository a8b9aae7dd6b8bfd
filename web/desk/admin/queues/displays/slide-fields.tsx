import { useTranslation } from 'react-i18next';
import { locales } from '../../../../shared/i18n/locale.ts';
import { Tap } from '../../../../shared/ui/taps.tsx';
import { DayField } from '../../fields/day-field.tsx';
import { noNames } from '../../fields/missing.ts';
import { SaidField } from '../../packages/said-field.tsx';
import { useLanguageName } from '../../words.ts';
import { NumberField } from './number-field.tsx';
import type { SlideDetails, SlideKind } from './slide-details.ts';

type SlideFieldsProps = { kind: SlideKind; value: SlideDetails; onChange: (change: Partial<SlideDetails>) => void };

export function SlideFields({ kind, value, onChange }: SlideFieldsProps) {
  const { t } = useTranslation('displays');
  return (
    <>
      {kind === 'words' ? <WordsFields value={value} onChange={onChange} /> : <p className="hint">{t('slide.todayHint')}</p>}
      <section className="fields two slide-times">
        <DayField name="shownFrom" label={t('slide.from')} value={value.shownFrom} onChange={(shownFrom) => onChange({ shownFrom })} />
        <DayField name="shownUntil" label={t('slide.until')} value={value.shownUntil} onChange={(shownUntil) => onChange({ shownUntil })} />
        <NumberField
          name="seconds"
          label={t('slide.seconds')}
          value={value.seconds}
          from={5}
          to={120}
          onChange={(seconds) => onChange({ seconds })}
        />
        <NumberField
          name="position"
          label={t('slide.position')}
          value={value.position}
          from={0}
          to={999}
          onChange={(position) => onChange({ position })}
        />
        <p className="hint">{t('slide.daysHint')}</p>
      </section>
      <section className="fields">
        <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
          {t('slide.active')}
        </Tap>
      </section>
    </>
  );
}

function WordsFields({ value, onChange }: Omit<SlideFieldsProps, 'kind'>) {
  const { t } = useTranslation('displays');
  const languageName = useLanguageName();
  const [title, body] = [value.title ?? noNames, value.body ?? noNames];
  return (
    <section className="queues-names slide-words">
      {locales.map((locale) => (
        <fieldset key={locale} className="names-field fields">
          <legend>{languageName(locale)}</legend>
          <SaidField
            name={`title.${locale}`}
            label={t('slide.title')}
            language={locale}
            value={title[locale]}
            maxLength={70}
            onChange={(words) => onChange({ title: { ...title, [locale]: words } })}
          />
          <SaidField
            name={`body.${locale}`}
            label={t('slide.body')}
            language={locale}
            value={body[locale]}
            maxLength={320}
            rows={5}
            onChange={(words) => onChange({ body: { ...body, [locale]: words } })}
          />
        </fieldset>
      ))}
      <p className="hint">{t('slide.bodyHint')}</p>
    </section>
  );
}
