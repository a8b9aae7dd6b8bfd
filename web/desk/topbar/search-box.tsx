import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchResult } from '../../../server/modules/matters/schema.ts';
import { search } from '../../shared/api/matters.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useSayWhy } from '../use-deed.ts';

/** Finds matters and customers by number, name or words; only what one may see is found. */
export function SearchBox() {
  const { t } = useTranslation('desk');
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [entered, setEntered] = useState<Entered>(null);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useShortcuts([{ keys: '/', label: t('keys.search'), run: () => field.current?.focus() }]);
  useEffect(() => {
    const onFocus = (event: FocusEvent) => setOpen(box.current?.contains(event.target as Node) ?? false);
    const onPress = (event: PointerEvent) => box.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);
  const close = () => {
    setOpen(false);
    setWords('');
    setEntered(null);
  };
  return (
    <search className="search-box" ref={box}>
      <SearchField
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={words}
        onChange={(changed) => {
          setWords(changed);
          setEntered(null);
        }}
        onSubmit={(asked) => setEntered({ words: asked.trim() })}
        keys="/"
        inputRef={field}
      />
      {isOpen && words.trim().length >= 2 ? <Results words={words.trim()} entered={entered} onPick={close} onWords={setWords} /> : null}
    </search>
  );
}

/** With which words Enter was pressed, if it was; the answer may still be on its way then. */
type Entered = { words: string } | null;
type ResultsProps = { words: string; entered: Entered; onPick: () => void; onWords: (words: string) => void };

function Results({ words, entered, onPick, onWords }: ResultsProps) {
  const { t } = useTranslation('desk');
  const sayWhy = useSayWhy();
  const settled = useDeferredValue(words);
  const found = useQuery({
    queryKey: ['search', settled],
    queryFn: ({ signal }) => search(settled, signal),
    placeholderData: (previous) => previous,
    gcTime: 30_000,
  });
  const list = useRef<HTMLDivElement>(null);
  const answered = !found.isPlaceholderData && settled === entered?.words ? found.data : undefined;
  useEffect(() => {
    if (!answered || !entered) return;
    const hits = list.current?.querySelectorAll<HTMLElement>('.result');
    // A matter's look is audited: of several, none is opened that was not chosen.
    if (onlyHit(answered)) hits?.[0]?.click();
    else hits?.[0]?.focus();
  }, [answered, entered]);
  if (found.error) return <p className="results nothing bad">{sayWhy(found.error)}</p>;
  return (
    <div className="results" aria-live="polite" ref={list}>
      {found.data ? <Found result={found.data} onPick={onPick} onWords={onWords} /> : <Skeleton lines={3} />}
      {found.data && found.data.matters.length + found.data.customers.length === 0 ? (
        <p className="nothing quiet">{t('search.nothing')}</p>
      ) : null}
    </div>
  );
}

/** One matter, and nobody but its own customer beside it. */
const onlyHit = ({ matters, customers }: SearchResult): boolean =>
  matters.length === 1 && customers.every(({ name }) => name === matters[0]?.customerName);

function Found({ result, onPick, onWords }: Omit<ResultsProps, 'words' | 'entered'> & { result: SearchResult }) {
  const { t } = useTranslation('desk');
  return (
    <>
      {result.matters.length > 0 ? <h2 className="list-group">{t('search.matters')}</h2> : null}
      {result.matters.map((matter) => (
        <Link
          key={matter.id}
          className="result"
          to="/matters/$matterId"
          params={{ matterId: matter.id }}
          search={(before) => ({ view: 'view' in before && before.view === 'unit' ? 'unit' : 'mine' })}
          onClick={onPick}
        >
          <strong>{matter.title}</strong> <span className="quiet">{matter.customerName}</span>
          <span className="option-hint">
            {sayMatterNumber(matter.number)} · <Time at={matter.openedAt} look="date" />
            {matter.snippet ? <> · {matter.snippet}</> : null}
          </span>
        </Link>
      ))}
      {result.customers.length > 0 ? <h2 className="list-group">{t('search.customers')}</h2> : null}
      {result.customers.map((customer) => (
        <button key={customer.id} type="button" className="result" onClick={() => onWords(customer.name)}>
          {customer.name} <span className="quiet">{t('search.matterCount', { count: customer.matters })}</span>
        </button>
      ))}
    </>
  );
}
