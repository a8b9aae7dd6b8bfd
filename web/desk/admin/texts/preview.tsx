import { useTranslation } from 'react-i18next';
import { type Locale, regional } from '../../../shared/i18n/locale.ts';
import type { Template } from '../api.ts';
import { useLanguageName } from '../words.ts';
import { filled, type Values } from './filling.ts';
import { samples } from './samples.ts';
import { languages, type TextLanguage } from './text-details.ts';

/** The texts as a resident would get them, with sample values in their language. */
export function Preview({ texts }: { texts: Template['texts'] }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <p className="hint">{t('texts.previewHint')}</p>
      <div className="side-by-side four">
        {languages.map((language) => {
          const text = texts[language];
          return (
            <Shown
              key={language}
              language={language}
              text={text && (text.subject || text.body) ? filled(text, valuesIn(language)) : null}
            />
          );
        })}
      </div>
    </>
  );
}

function Shown({ language, text }: { language: TextLanguage; text: { subject: string; body: string } | null }) {
  const { t } = useTranslation('admin');
  const languageName = useLanguageName();
  return (
    <section className="text-shown" aria-label={languageName(language)}>
      <h2 className="quiet small">{languageName(language)}</h2>
      {text ? (
        <div lang={regional[localeOf(language)]}>
          <p className="strong">{text.subject}</p>
          <p className="text-body">{text.body}</p>
        </div>
      ) : (
        <p className="quiet">{t('texts.fallsBack')}</p>
      )}
    </section>
  );
}

const localeOf = (language: TextLanguage): Locale => (language === 'fi-x-plain' ? 'fi' : language);
const valuesIn = (language: TextLanguage): Values => samples[localeOf(language)];
