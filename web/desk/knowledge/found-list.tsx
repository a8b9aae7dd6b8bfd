import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnowledgeHit } from '../../shared/api/knowledge.ts';

const MIDDLE = 1;

type FoundListProps = { id: string; hits: KnowledgeHit[]; at: number; onOpen: (hit: KnowledgeHit, inTab: boolean) => void };

/** Each with why it was found. The list is the input's: its options are pointed at, never focused. */
export function FoundList({ id, hits, at, onOpen }: FoundListProps) {
  const { t } = useTranslation('cards');
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return (
    <div className="finder-found" role="listbox" id={`${id}-found`} aria-label={t('find.found')}>
      {kinds.map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: groups of a listbox
        <div key={kind} role="group" aria-label={t(`kinds.${kind}`)}>
          <p className="list-group" aria-hidden="true">
            {t(`kinds.${kind}`)}
          </p>
          {hits.map((hit, place) =>
            hit.kind === kind ? (
              // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the input has the focus and the keys
              <div
                key={`${hit.kind}.${hit.id}`}
                role="option"
                id={`${id}-${place}`}
                aria-selected={place === at}
                className="finder-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => onOpen(hit, event.ctrlKey || event.metaKey)}
                onAuxClick={(event) => event.button === MIDDLE && onOpen(hit, true)}
              >
                <strong lang={hit.language}>{hit.title}</strong>
                {hit.summary ? (
                  <span className="finder-summary" lang={hit.language}>
                    {hit.summary}
                  </span>
                ) : null}
                {hit.why.words.length > 0 ? (
                  <span className="option-hint">{t('find.why', { words: hit.why.words.slice(0, 4).join(', ') })}</span>
                ) : null}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
