import './mapping.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { readMapping } from '../../shared/api/mappings.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { keys } from '../queries.ts';
import { RestrictionBanner } from '../rights/restriction-banner.tsx';
import { useSession } from '../session.tsx';
import { Cover, useCover } from './cover.tsx';
import { Guided } from './guided.tsx';
import { HandOnPanel } from './hand-on-panel.tsx';
import { MappingHead } from './mapping-head.tsx';
import { Paused } from './paused.tsx';

export function MappingPlace() {
  const { mappingId } = useParams({ from: '/mappings/$mappingId' });
  const mapping = useQuery({ queryKey: keys.mapping(mappingId), queryFn: () => readMapping(mappingId) });
  if (mapping.data) return <Mapping key={mappingId} page={mapping.data} />;
  return (
    <main className="mapping" id="main" tabIndex={-1}>
      {mapping.error ? <ErrorState error={mapping.error} onRetry={() => void mapping.refetch()} /> : <Skeleton lines={9} />}
    </main>
  );
}

/** Whose mapping it is decides what stands here: the questions, or what has been written with a way to go on. */
function Mapping({ page }: { page: MappingPage }) {
  const { t } = useTranslation('mapping');
  const { me } = useSession();
  const navigate = useNavigate();
  const { isCovered, cover, uncover } = useCover();
  const [isHanding, setHanding] = useState(false);
  // What was typed a moment ago goes along, whoever goes on.
  const flush = useRef(nothing);
  const beforeLeaving = () => flush.current();
  const isMine = page.personId === me.id && (page.state === 'open' || page.state === 'decided');
  return (
    <>
      <title>{isCovered ? 'Polku' : `${t('title')} · Polku`}</title>
      <main className="mapping" id="main" tabIndex={-1}>
        <MappingHead page={page} isMine={isMine} onHandOn={() => setHanding(true)} onCover={cover} beforeLeaving={beforeLeaving} />
        <RestrictionBanner restriction={page.restriction} />
        {isMine ? <Guided page={page} onCover={cover} flush={flush} /> : <Paused page={page} />}
      </main>
      {isHanding ? (
        <HandOnPanel
          page={page}
          beforeLeaving={beforeLeaving}
          onClose={() => setHanding(false)}
          onDone={() => void navigate({ to: '/mappings' })}
        />
      ) : null}
      {isCovered ? <Cover mappingId={page.id} onLeave={uncover} /> : null}
    </>
  );
}

const nothing = async (): Promise<boolean> => true;
