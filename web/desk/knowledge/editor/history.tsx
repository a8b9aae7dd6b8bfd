import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Card, type CardHistory, cardHistory, cardVersion } from '../../../shared/api/cards.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { keys } from '../../queries.ts';
import { Differences } from './differences.tsx';

/** Every version: who wrote it, who approved it, and what it said otherwise than the one before. */
export function History({ card }: { card: Card }) {
  const history = useQuery({ queryKey: [...keys.card(card.id), 'versions'], queryFn: () => cardHistory(card.id) });
  const [opened, setOpened] = useState<number | null>(null);
  if (history.error && !history.data) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton lines={5} />;
  return (
    <ol className="card-versions">
      {history.data.versions.map((version) => (
        <li key={version.number}>
          <Version
            version={version}
            isOpen={opened === version.number}
            onOpen={() => setOpened(opened === version.number ? null : version.number)}
          />
          {opened === version.number ? <Changes cardId={card.id} number={version.number} /> : null}
        </li>
      ))}
    </ol>
  );
}

type VersionProps = { version: CardHistory['versions'][number]; isOpen: boolean; onOpen: () => void };
const tones = { draft: 'brand', offered: 'wait', approved: 'wait', published: 'good', past: 'quiet' } as const;

function Version({ version, isOpen, onOpen }: VersionProps) {
  const { t } = useTranslation('cards');
  return (
    <p className="card-version">
      <strong>{t('history.version', { number: version.number })}</strong>
      <StatusWord tone={tones[version.state]}>{t(`history.states.${version.state}`)}</StatusWord>
      <Time at={version.publishedAt ?? version.savedAt} look="date" />
      <span>{t('history.by', { writers: version.writers.join(', ') })}</span>
      {version.approvedByName ? <span>{t('history.approvedBy', { name: version.approvedByName })}</span> : null}
      {version.changeNote ? <span className="quiet">{version.changeNote}</span> : null}
      <Button kind="plain" size="small" aria-expanded={isOpen} onPress={onOpen}>
        {t('history.changes')}
      </Button>
    </p>
  );
}

function Changes({ cardId, number }: { cardId: string; number: number }) {
  const version = useQuery({ queryKey: [...keys.card(cardId), 'versions', number], queryFn: () => cardVersion(cardId, number) });
  if (version.error) return <ErrorState error={version.error} onRetry={() => void version.refetch()} />;
  return version.data ? <Differences differences={version.data.differences} /> : <Skeleton lines={2} />;
}
