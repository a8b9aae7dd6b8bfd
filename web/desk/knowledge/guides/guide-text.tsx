import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideContent } from '../../../shared/api/guides.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { GuideBody } from './guide-body.tsx';
import { GuideReach } from './guide-reach.tsx';
import { languageOf, spokenIn, textIn } from './guide-words.ts';

/** What a guide says, in the reader's language or another that it is written in. */
export function GuideText({ content }: { content: GuideContent }) {
  const { t } = useTranslation('guides');
  const { t: c } = useTranslation('cards');
  const locale = useLocale();
  const [chosen, setChosen] = useState<Locale | null>(null);
  const spoken = spokenIn(content);
  const language = chosen && spoken.includes(chosen) ? chosen : languageOf(content, locale);
  const { title, body } = textIn(content, language);
  if (spoken.length === 0) return <p className="quiet">{c('preview.nothing')}</p>;
  return (
    <>
      {language === locale ? null : (
        <strong className="guide-title" lang={language}>
          {title}
        </strong>
      )}
      <GuideBody body={body} lang={language} />
      {spoken.length > 1 ? (
        <Choice
          label={t('language')}
          hideLabel
          options={spoken.map((id) => ({ id, label: c(`languages.${id}`) }))}
          value={language}
          onChange={(id) => setChosen(id as Locale)}
        />
      ) : null}
      <GuideReach content={content} />
    </>
  );
}
