import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { search } from '../../shared/api/matters.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { useSayWhy } from '../use-deed.ts';

export type FoundMatter = { id: string; number: string; title: string };

/** "Where is my matter?": found by its number, the customer's name or words, among those one may see. */
export function MatterFinder({ onPick }: { onPick: (matter: FoundMatter) => void }) {
  const { t } = useTranslation('visits');
  const sayWhy = useSayWhy();
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: 'f', label: t('matter.find'), run: () => field.current?.focus() }]);
  const sought = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ['search', sought],
    queryFn: ({ signal }) => search(sought, signal),
    enabled: sought.length >= 2,
    placeholderData: (previous) => previous,
    gcTime: 30_000,
  });
  const matters = sought.length >= 2 ? (found.data?.matters ?? []) : [];
  const first = matters[0];
  return (
    <div className="matter-finder">
      <SearchField
        keys="f"
        inputRef={field}
        label={t('matter.find')}
        placeholder={t('matter.findHint')}
        value={words}
        onChange={setWords}
        onSubmit={() => first && onPick(first)}
      />
      <div aria-live="polite">
        {found.error ? <p className="bad">{sayWhy(found.error)}</p> : null}
        {sought.length >= 2 && found.data && matters.length === 0 ? <p className="quiet">{t('matter.nothing')}</p> : null}
        <ul>
          {matters.slice(0, 6).map((matter) => (
            <li key={matter.id}>
              <button type="button" className="result" onClick={() => onPick(matter)}>
                <strong>{matter.title}</strong> <span className="quiet">{matter.customerName}</span>
                <span className="option-hint">{sayMatterNumber(matter.number)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
