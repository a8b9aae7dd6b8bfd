import '../matter/matter.css';
import './documents.css';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Info } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentPage } from '../../../server/modules/matters/documents/schema.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { RestrictionBanner } from '../rights/restriction-banner.tsx';
import { useNames } from '../session.tsx';
import { Custody } from './custody.tsx';
import { type Deed, DeedPanel } from './deed-panel.tsx';
import { Deeds } from './deeds.tsx';
import { Files } from './files.tsx';
import { useDocument } from './queries.ts';
import { StateWord } from './state-word.tsx';
import { useFacts } from './use-facts.tsx';

export function DocumentPlace() {
  const { documentId } = useParams({ from: '/documents/$documentId' });
  const found = useDocument(documentId);
  if (found.data) return <Document key={documentId} page={found.data} />;
  return (
    <section className="pane pane-main pane-whole" id="main">
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton lines={8} />}
    </section>
  );
}

/** One paper: what it is, what may be done with it now, its pictures, and the whole way it has gone. */
function Document({ page }: { page: DocumentPage }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <>
      <title>{`${page.title} · Polku`}</title>
      <section className="pane pane-main pane-whole" id="main" tabIndex={-1}>
        <Head page={page} />
        <RestrictionBanner restriction={page.restriction} />
        <div className="pane-body">
          <Notes page={page} />
          <Deeds page={page} onDeed={setDeed} />
          <Facts page={page} />
          <Files page={page} />
          <Custody page={page} />
        </div>
      </section>
      {deed ? <DeedPanel page={page} deed={deed} onClose={() => setDeed(null)} /> : null}
    </>
  );
}

/** What the reader is to know before they do anything with it. */
function Notes({ page }: { page: DocumentPage }) {
  const { t } = useTranslation('documents');
  const names = useNames();
  const note = page.isHeldOnly
    ? t('heldOnly')
    : page.movedToOrganisationId && page.state === 'here'
      ? t('moved', { organisation: names.organisation(page.movedToOrganisationId) })
      : null;
  return note ? (
    <p className="section document-part document-note" role="note">
      <Icon of={Info} /> {note}
    </p>
  ) : null;
}

function Head({ page }: { page: DocumentPage }) {
  const { t } = useTranslation('documents');
  const { view } = useSearch({ from: '/documents' });
  return (
    <header className="matter-head">
      <p className="facts">
        <Link className={`back ${buttonClass({ kind: 'plain', size: 'small' })}`} to="/documents" search={{ view }}>
          <Icon of={ArrowLeft} />
          {t('back')}
        </Link>
        <MatterWord page={page} />
        <span>
          {t('arrived')} <Time at={page.arrivedAt} look="full" />
        </span>
      </p>
      <div className="title-line">
        <div className="title-words">
          <h1>{page.title}</h1>
          <StateWord document={page} filled />
        </div>
      </div>
    </header>
  );
}

/** A link for those who keep it; the one it was handed to sees the question, not the matter's page. */
function MatterWord({ page }: { page: DocumentPage }) {
  const { t } = useTranslation('documents');
  const words = t('ofMatter', { number: sayMatterNumber(page.matterNumber) });
  if (!page.may.print) return <span>{words}</span>;
  return (
    <Link to="/matters/$matterId" params={{ matterId: page.matterId }} search={{ view: 'mine' }}>
      {words}
    </Link>
  );
}

function Facts({ page }: { page: DocumentPage }) {
  const { t } = useTranslation('documents');
  return (
    <section className="section document-part" aria-labelledby="facts">
      <h2 className="heard" id="facts">
        {t('facts')}
      </h2>
      <dl className="facts-list">
        {useFacts(page).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
