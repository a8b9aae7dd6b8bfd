import { useTranslation } from 'react-i18next';
import { guideHistory, guideVersion } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { keys } from '../../queries.ts';
import { History } from '../editor/history.tsx';
import { GuideBody } from './guide-body.tsx';
import { GuideDifferences } from './guide-differences.tsx';
import { languageOf, textIn } from './guide-words.ts';

/** The versions one may read: each can be opened and read as it was, with what changed in it. */
export function GuideHistoryList({ guideId }: { guideId: string }) {
  const { t } = useTranslation('guides');
  const { t: c } = useTranslation('cards');
  const locale = useLocale();
  return (
    <History
      queryKey={keys.guide(guideId)}
      read={() => guideHistory(guideId)}
      readOne={(number) => guideVersion(guideId, number)}
      openWord={t('history.read')}
      draw={({ content, differences, than }) => {
        const language = languageOf(content, locale);
        const { title, body } = textIn(content, language);
        return (
          <div className="guide-version">
            <strong lang={language}>{title}</strong>
            <GuideBody body={body} lang={language} />
            {than === null ? null : (
              <>
                <h3 className="section-head">{c('history.changes')}</h3>
                <GuideDifferences differences={differences} />
              </>
            )}
          </div>
        );
      }}
    />
  );
}
