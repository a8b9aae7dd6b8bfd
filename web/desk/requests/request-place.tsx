import '../matter/matter.css';
import './requests.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RequestPage } from '../../../server/modules/matters/requests/schema.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useRequest } from '../queries.ts';
import { RestrictionBanner } from '../rights/restriction-banner.tsx';
import { ReplyComposer } from './reply-composer.tsx';
import { RequestAside } from './request-aside.tsx';
import { RequestCourse } from './request-course.tsx';
import { RequestHead } from './request-head.tsx';
import { RequestQuestion } from './request-question.tsx';

export function RequestPlace() {
  const { requestId } = useParams({ from: '/requests/$requestId' });
  const request = useRequest(requestId);
  // Taken from one's sight while open (a consent withdrawn): what was read before is not shown any more.
  const isGone = request.error instanceof ApiProblem && request.error.status === 404;
  if (request.data && !isGone) return <Request key={requestId} page={request.data} />;
  return (
    <section className="pane pane-main pane-whole" id="main">
      {request.error ? <ErrorState error={request.error} onRetry={() => void request.refetch()} /> : <Skeleton lines={8} />}
    </section>
  );
}

/** A specialist's page: exactly what was asked of them, and what the answer needs. */
function Request({ page }: { page: RequestPage }) {
  const [isAsideOpen, setAsideOpen] = useState(false);
  return (
    <>
      <title>{`${page.request.title} · Polku`}</title>
      <section className="pane pane-main" id="main" tabIndex={-1}>
        <RequestHead page={page} onAside={() => setAsideOpen(true)} />
        <RestrictionBanner restriction={page.restriction} />
        <div className="pane-body">
          <RequestQuestion page={page} />
          <RequestCourse page={page} />
        </div>
        <ReplyComposer page={page} />
      </section>
      <RequestAside page={page} isOpen={isAsideOpen} onClose={() => setAsideOpen(false)} />
    </>
  );
}
