import './search.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useListKeys } from '../../list/use-list-keys.ts';
import { OpenItem } from '../open-item.tsx';
import { SectionHead } from '../register/section-head.tsx';
import type { PageProps } from '../sections.ts';
import { useLeave } from '../use-leave.ts';
import type { Synonym, UnansweredSearch } from './api.ts';
import { NewSynonymPanel } from './new-synonym-panel.tsx';
import { useSynonyms } from './queries.ts';
import { SynonymPanel } from './synonym-panel.tsx';
import { Synonyms } from './synonyms.tsx';
import { Unanswered } from './unanswered.tsx';

/** What people searched for without an answer, and what everyday words mean to the search. */
export function SearchPage({ itemId }: PageProps) {
  const { t, ready } = useTranslation('search');
  const [words, setWords] = useState('');
  const [mended, setMended] = useState<UnansweredSearch | null>(null);
  const query = useSynonyms();
  const leave = useLeave('search');
  const body = useRef<HTMLDivElement>(null);
  useListKeys(body, '.row-link');
  if (!ready) return <Skeleton lines={8} />;
  const close = () => {
    setMended(null);
    leave();
  };
  const mend = (search: UnansweredSearch) => {
    setMended(search);
    leave(query.data?.find(isOf(search))?.id ?? 'new');
  };
  return (
    <>
      <SectionHead
        section="search"
        intro={t('intro')}
        count={undefined}
        search={{ words, onChange: setWords, placeholder: t('find') }}
        add={t('add')}
      />
      <div className="pane-body" ref={body}>
        {words.trim() ? null : <Unanswered onMend={mend} />}
        {query.error && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <Skeleton lines={8} /> : null}
        {query.data ? <Synonyms synonyms={query.data} words={words} /> : null}
      </div>
      <OpenItem
        itemId={itemId}
        query={query}
        rows={query.data}
        idOf={idOf}
        adding={() => <NewSynonymPanel mends={mended} onClose={close} />}
        onClose={close}
      >
        {(one) => <SynonymPanel key={one.id} synonym={one} onClose={close} />}
      </OpenItem>
    </>
  );
}

const idOf = ({ id }: Synonym) => id;

/** Whether the very words are explained already: then the explanation is what to mend. */
const isOf =
  ({ language, words }: UnansweredSearch) =>
  (one: Synonym) =>
    one.language === language && one.word === words;
