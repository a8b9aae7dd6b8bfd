import './matter.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Message } from '../../../server/modules/matters/messages/schema.ts';
import type { SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { MatterAside } from '../aside/matter-aside.tsx';
import { Composer } from '../composer/composer.tsx';
import { emptyDraft, isEmpty } from '../composer/draft.ts';
import { useDraft } from '../composer/use-draft.ts';
import { writeAt } from '../composer/writing.tsx';
import { useMatterWork } from '../knowledge/use-matter-work.ts';
import { useMatter } from '../queries.ts';
import { RestrictionBanner } from '../rights/restriction-banner.tsx';
import { SlipOffer } from '../slip/slip-offer.tsx';
import { WrapUpPanel } from '../wrap-up/wrap-up-panel.tsx';
import { HandOverPanel } from './hand-over-panel.tsx';
import { MatterHead } from './matter-head.tsx';
import { MatterPath } from './matter-path.tsx';
import { Needs } from './needs.tsx';
import { usePresence } from './use-presence.ts';

export function MatterPlace() {
  const { matterId } = useParams({ from: '/matters/$matterId' });
  const matter = useMatter(matterId);
  // Taken from one's sight while open (a consent withdrawn): what was read before is not shown any more.
  const isGone = matter.error instanceof ApiProblem && matter.error.status === 404;
  if (matter.data && !isGone) return <Matter key={matterId} page={matter.data} />;
  return (
    <section className="pane pane-main pane-whole" id="main">
      {matter.error ? <ErrorState error={matter.error} onRetry={() => void matter.refetch()} /> : <Skeleton lines={9} />}
    </section>
  );
}

function Matter({ page }: { page: MatterPage }) {
  const [isAsideOpen, setAsideOpen] = useState(false);
  const [wrappingUp, setWrappingUp] = useState<{ answeredWith: string | null } | null>(null);
  const [handingTo, setHandingTo] = useState<string | null>(null);
  const alsoHere = usePresence(page);
  const draft = useDraft(`matter.${page.id}`, emptyDraft(page), isEmpty);
  // What a specialist meant for the advisor's eyes is not put into the customer's letter.
  const tell = (request: SupportRequest) => {
    const given = request.answerUse === 'advisor' ? {} : { message: request.answer ?? '', files: request.files };
    writeAt(() => draft.write({ tab: 'message', requestId: request.id, ...given }));
  };
  // The words come back to be mended, unless something else is being written already. Files taken into a message are attached anew.
  const takeBack = ({ body: message, language, sensitivity }: Message) => {
    if (!draft.body.message.trim()) draft.write({ tab: 'message', message, language, sensitivity });
  };
  useMatterWork(page, draft, {
    onAnswered: (cardId) => setWrappingUp({ answeredWith: cardId }),
    onHandOver: setHandingTo,
  });
  return (
    <>
      <title>{`${page.title} · Polku`}</title>
      <section className="pane pane-main" id="main" tabIndex={-1}>
        <MatterHead page={page} alsoHere={alsoHere} onAside={() => setAsideOpen(true)} />
        <RestrictionBanner restriction={page.restriction} />
        <SlipOffer page={page} />
        <Needs page={page} />
        <MatterPath page={page} onTell={tell} onUndone={takeBack} />
        {page.may.write && page.state === 'open' ? <Composer page={page} draft={draft} /> : null}
      </section>
      <MatterAside
        page={page}
        isOpen={isAsideOpen}
        onClose={() => setAsideOpen(false)}
        onWrapUp={() => setWrappingUp({ answeredWith: null })}
      />
      {wrappingUp ? <WrapUpPanel page={page} answeredWith={wrappingUp.answeredWith} onClose={() => setWrappingUp(null)} /> : null}
      {handingTo ? <HandOverPanel page={page} toUnitId={handingTo} onClose={() => setHandingTo(null)} /> : null}
    </>
  );
}
