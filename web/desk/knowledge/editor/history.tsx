import { type QueryKey, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardHistory } from '../../../shared/api/cards.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';

type Row = Pick<
  CardHistory['versions'][number],
  'number' | 'state' | 'changeNote' | 'writers' | 'approvedByName' | 'savedAt' | 'publishedAt'
>;

type HistoryProps<Whole> = {
  /** Of the thing whose versions they are. */
  queryKey: QueryKey;
  read: () => Promise<{ versions: Row[] }>;
  readOne: (number: number) => Promise<Whole>;
  /** What opening one is called; "what changed" unless told. */
  openWord?: string;
  /** What an opened version shows. */
  draw: (version: Whole) => ReactNode;
};

/** Every version: who wrote it, who approved it, and what it said otherwise than the one before. */
export function History<Whole>({ queryKey, read, readOne, openWord, draw }: HistoryProps<Whole>) {
  const history = useQuery({ queryKey: [...queryKey, 'versions'], queryFn: read });
  const [opened, setOpened] = useState<number | null>(null);
  if (history.error && !history.data) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton lines={5} />;
  return (
    <ol className="card-versions">
      {history.data.versions.map((version) => (
        <li key={version.number}>
          <Version
            version={version}
            openWord={openWord}
            isOpen={opened === version.number}
            onOpen={() => setOpened(opened === version.number ? null : version.number)}
          />
          {opened === version.number ? (
            <Opened queryKey={[...queryKey, 'versions', version.number]} read={() => readOne(version.number)} draw={draw} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

type VersionProps = { version: Row; openWord: string | undefined; isOpen: boolean; onOpen: () => void };
const tones = { draft: 'brand', offered: 'wait', approved: 'wait', published: 'good', past: 'quiet' } as const;

function Version({ version, openWord, isOpen, onOpen }: VersionProps) {
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
        {openWord ?? t('history.changes')}
      </Button>
    </p>
  );
}

type OpenedProps<Whole> = { queryKey: QueryKey; read: () => Promise<Whole>; draw: (version: Whole) => ReactNode };

function Opened<Whole>({ queryKey, read, draw }: OpenedProps<Whole>) {
  const version = useQuery({ queryKey, queryFn: read });
  if (version.error) return <ErrorState error={version.error} onRetry={() => void version.refetch()} />;
  return version.data ? draw(version.data) : <Skeleton lines={2} />;
}
