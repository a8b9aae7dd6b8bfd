import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { TemplateText } from '../../../../server/modules/notifications/types.ts';
import { useFault } from '../edit/faults.ts';
import { useLanguageName } from '../words.ts';
import { unknownWords } from './filling.ts';
import type { TextLanguage } from './text-details.ts';

type TextInLanguageProps = { language: TextLanguage; value: TemplateText; onChange: (text: TemplateText) => void };

export function TextInLanguage({ language, value, onChange }: TextInLanguageProps) {
  const { t, i18n } = useTranslation('admin');
  const languageName = useLanguageName();
  const subjectFault = useFault(`texts.${language}.subject`);
  const bodyFault = useFault(`texts.${language}.body`);
  const unknown = unknownWords(value);
  const lang = language === 'fi-x-plain' ? 'fi' : language;
  const isRequired = language !== 'fi-x-plain';
  return (
    <fieldset className="text-language">
      <legend>
        {languageName(language)} {isRequired ? null : <span className="quiet">{t('texts.ifAny')}</span>}
      </legend>
      <TextField
        className="field"
        value={value.subject}
        onChange={(subject) => onChange({ ...value, subject })}
        isInvalid={subjectFault !== undefined}
        isRequired={isRequired}
        maxLength={200}
      >
        <Label>{t('texts.subject')}</Label>
        <Input className="input" lang={lang} />
        <FieldError className="field-problem">{subjectFault}</FieldError>
      </TextField>
      <TextField
        className="field"
        value={value.body}
        onChange={(body) => onChange({ ...value, body })}
        isInvalid={bodyFault !== undefined}
        isRequired={isRequired}
        maxLength={10_000}
      >
        <Label>{t('texts.body')}</Label>
        <TextArea className="input" lang={lang} rows={14} />
        <FieldError className="field-problem">{bodyFault}</FieldError>
      </TextField>
      <p className="bad small" role="status">
        {unknown.length > 0
          ? t('texts.unknown', { words: new Intl.ListFormat(i18n.language).format(unknown.map((word) => `{{${word}}}`)) })
          : ''}
      </p>
    </fieldset>
  );
}
