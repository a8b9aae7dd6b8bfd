import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideKind, GuideText } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { Taps } from '../../../shared/ui/taps.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { FieldFaults } from '../../field-faults.ts';
import { LinesField } from '../editor/lines-field.tsx';
import { Row } from '../editor/row.tsx';
import type { EditedGuide } from './edited-guide.ts';
import { guideKinds } from './guide-views.ts';
import { PlaceFields } from './place-fields.tsx';

const columns = ['fi', 'sv', 'en'] as const;
type Language = (typeof columns)[number];

export type GuideFieldsProps = {
  value: EditedGuide;
  onChange: (change: Partial<EditedGuide>) => void;
  faults: FieldFaults;
  isDisabled: boolean;
};

/** What the guide says, the chosen languages beside each other; then whose word it is, how long it holds and whom it concerns. */
export function GuideFields(props: GuideFieldsProps) {
  const { value, onChange, faults, isDisabled } = props;
  const { t } = useTranslation('guides');
  const { t: c } = useTranslation('cards');
  const locale = useLocale();
  const [shown, setShown] = useState<Language[]>(locale === 'en' ? ['fi', 'en'] : ['fi', 'sv']);
  const put = (language: Language, change: Partial<GuideText>) => onChange({ [language]: { ...value[language], ...change } });
  const text = (field: 'title' | 'body', look: object, hint?: string) => (
    <Row label={t(`fields.${field}`)} hint={hint} shown={shown}>
      {(column, label) =>
        column === 'plain' ? null : (
          <TextField
            label={label}
            hideLabel
            lang={column}
            isDisabled={isDisabled}
            problem={faults[`content.texts.${column}.${field}`]}
            value={value[column][field]}
            onChange={(words) => put(column, { [field]: words })}
            {...look}
          />
        )
      }
    </Row>
  );
  return (
    <>
      <Choice
        label={t('fields.kind')}
        options={guideKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={value.kind}
        onChange={(kind) => onChange({ kind: kind as GuideKind })}
      />
      <Taps
        label={c('languages.beside')}
        options={columns.map((id) => ({ id, label: c(`languages.${id}`) }))}
        value={shown}
        onChange={(ids) => ids.length > 0 && setShown(columns.filter((column) => ids.includes(column)))}
      />
      {text('title', { maxLength: 120 })}
      {text('body', { rows: 14, maxLength: 5000 }, t('hints.body'))}
      <Row label={t('fields.alsoCalled')} hint={t('hints.alsoCalled')} shown={shown}>
        {(column, label) =>
          column === 'plain' ? null : (
            <LinesField
              label={label}
              lang={column}
              value={value[column].alsoCalled}
              onChange={(alsoCalled) => put(column, { alsoCalled })}
              isDisabled={isDisabled}
            />
          )
        }
      </Row>
      <PlaceFields {...props} />
      <TextField
        label={t('fields.changeNote')}
        hint={t('hints.changeNote')}
        value={value.changeNote}
        onChange={(changeNote) => onChange({ changeNote })}
        isDisabled={isDisabled}
        maxLength={500}
      />
    </>
  );
}
