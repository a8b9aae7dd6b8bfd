import '../beside.css';
import '../editor/editor.css';
import './guides.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Guide, readGuideDraft } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { keys } from '../../queries.ts';
import { GuideEditor } from './guide-editor.tsx';
import { GuideHead } from './guide-head.tsx';
import { GuideHistoryList } from './guide-history.tsx';
import { GuideText } from './guide-text.tsx';
import { languageOf, textIn } from './guide-words.ts';
import { useGuide } from './queries.ts';

/** A guide's own page: for those it concerns to read, for its keepers to write, approve and look after. */
export function GuidePlace() {
  const { guideId } = useParams({ from: '/knowledge/guides/$guideId' });
  const guide = useGuide(guideId);
  return (
    <main className="card-place" id="main" tabIndex={-1}>
      {guide.data ? <Shown key={guideId} guide={guide.data} /> : null}
      {guide.error && !guide.data ? <ErrorState error={guide.error} onRetry={() => void guide.refetch()} /> : null}
      {guide.isPending ? <Skeleton lines={9} /> : null}
    </main>
  );
}

function Shown({ guide }: { guide: Guide }) {
  return guide.may.write || guide.may.approve ? <Kept guide={guide} /> : <Read guide={guide} />;
}

function Kept({ guide }: { guide: Guide }) {
  const draft = useQuery({ queryKey: [...keys.guide(guide.id), 'draft'], queryFn: () => readGuideDraft(guide.id) });
  if (draft.data) return <GuideEditor guide={guide} draft={draft.data} />;
  return draft.error ? <ErrorState error={draft.error} onRetry={() => void draft.refetch()} /> : <Skeleton lines={9} />;
}

function Read({ guide }: { guide: Guide }) {
  const { t } = useTranslation('guides');
  const locale = useLocale();
  const [isPast, setPast] = useState(false);
  if (!guide.content) return null;
  return (
    <article className="guide-read">
      <GuideHead guide={guide} title={textIn(guide.content, languageOf(guide.content, locale)).title} />
      <GuideText content={guide.content} />
      <section>
        <Button kind="plain" size="small" aria-expanded={isPast} onPress={() => setPast(!isPast)}>
          {t('tabs.history')}
        </Button>
        {isPast ? <GuideHistoryList guideId={guide.id} /> : null}
      </section>
    </article>
  );
}
