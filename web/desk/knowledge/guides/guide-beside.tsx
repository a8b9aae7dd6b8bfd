import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Pane } from '../pane.tsx';
import { GuideFacts } from './guide-facts.tsx';
import { GuideText } from './guide-text.tsx';
import { languageOf, textIn } from './guide-words.ts';
import { useGuide } from './queries.ts';

/** A guide beside the work: what is needed of it now is read without leaving what one does. */
export function GuideBeside({ id }: { id: string }) {
  const { t } = useTranslation('guides');
  const locale = useLocale();
  const guide = useGuide(id);
  const content = guide.data?.content;
  const language = content ? languageOf(content, locale) : locale;
  return (
    <Pane title={content ? textIn(content, language).title : t('one')} lang={language}>
      {guide.data && content ? <Shown key={id} guide={guide.data} content={content} /> : null}
      {guide.error && !guide.data ? <ErrorState error={guide.error} onRetry={() => void guide.refetch()} /> : null}
      {guide.isPending ? <Skeleton lines={8} /> : null}
    </Pane>
  );
}

function Shown({ guide, content }: { guide: Guide; content: NonNullable<Guide['content']> }) {
  const { t } = useTranslation('guides');
  return (
    <>
      <div className="beside-part guide-beside">
        <GuideText content={content} />
      </div>
      <div className="beside-part">
        <GuideFacts guide={guide} />
        <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge/guides/$guideId" params={{ guideId: guide.id }}>
          {t(guide.may.write || guide.may.approve ? 'edit' : 'whole')}
        </Link>
      </div>
    </>
  );
}
