import './finder.css';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KnowledgeHit, searchKnowledge, tellChoice, tellUnchosen } from '../../shared/api/knowledge.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useSayWhy } from '../use-deed.ts';
import { addressOf } from './address-of.ts';
import { useBeside } from './beside.tsx';
import { FoundList } from './found-list.tsx';

const fewestLetters = 2;

/** Results as one types, in groups; the arrows move, Enter opens beside the work, with Control in a tab of its own. */
export function FinderBox({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('cards');
  const sayWhy = useSayWhy();
  const locale = useLocale();
  const { show } = useBeside();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = typed.trim();
  const settled = useDeferredValue(words);
  const found = useQuery({
    queryKey: ['knowledge-search', locale, settled],
    queryFn: ({ signal }) => searchKnowledge(settled, locale, signal),
    enabled: settled.length >= fewestLetters,
    placeholderData: (previous) => previous,
    gcTime: 30_000,
    // A search in vain that was just mended must find when it is tried again.
    staleTime: 0,
  });
  const isAsked = words.length >= fewestLetters;
  const hits = isAsked ? inGroups(found.data?.hits ?? []) : [];
  const isSettled = settled === words && !found.isPlaceholderData && !found.isFetching;
  const leave = useCountWhenLeft(words, locale);

  function open(hit: KnowledgeHit, inTab: boolean) {
    leave.chosen();
    tellChoice(words, locale, hit).catch(() => {});
    const address = inTab ? addressOf(hit) : undefined;
    if (address) {
      window.open(address, '_blank', 'noopener');
      return;
    }
    show(hit.kind === 'card' || hit.kind === 'guide' ? { kind: hit.kind, id: hit.id } : { kind: 'found', hit });
    onDone();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((before) => Math.min(Math.max(before + step, 0), Math.max(hits.length - 1, 0)));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    // A fast typist's Enter waits for the words it was meant for.
    const inTab = event.ctrlKey || event.metaKey;
    if (isSettled) openAt(at, inTab);
    else setWaiting(inTab ? 'tab' : 'beside');
  }
  const [waiting, setWaiting] = useState<'beside' | 'tab' | null>(null);
  const openAt = (place: number, inTab: boolean) => hits[place] && open(hits[place], inTab);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer that was waited for has come
  useEffect(() => {
    if (!waiting || !isSettled) return;
    setWaiting(null);
    openAt(at, waiting === 'tab');
  }, [waiting, isSettled]);

  return (
    <div className="finder">
      <input
        className="input finder-words"
        // biome-ignore lint/a11y/noAutofocus: the finder was opened to type into
        autoFocus
        role="combobox"
        aria-label={t('find.label')}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t('find.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <FoundList id={id} hits={hits} at={at} onOpen={open} />
      <p className="quiet finder-word" role="status">
        {found.error
          ? sayWhy(found.error)
          : isAsked && isSettled && hits.length === 0
            ? t(found.data?.warming ? 'find.warming' : 'find.nothing')
            : ''}
        {isAsked ? '' : t('find.hint')}
      </p>
      {hits.length > 0 ? <p className="quiet small finder-word">{t('find.inTab')}</p> : null}
    </div>
  );
}

/** Cards first, as they say what to do; within a kind the best first. */
function inGroups(hits: KnowledgeHit[]): KnowledgeHit[] {
  const kinds = [...new Set(hits.map((hit) => hit.kind))].sort((one, other) => Number(other === 'card') - Number(one === 'card'));
  return kinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind));
}

/** Words one left without choosing are a task for those who keep the content. */
function useCountWhenLeft(words: string, locale: string) {
  const last = useRef({ words, isChosen: false });
  last.current.words = words;
  useEffect(
    () => () => {
      const { words: left, isChosen } = last.current;
      if (!isChosen && left.length > fewestLetters) tellUnchosen(left, locale).catch(() => {});
    },
    [locale],
  );
  return {
    chosen: () => {
      last.current.isChosen = true;
    },
  };
}
