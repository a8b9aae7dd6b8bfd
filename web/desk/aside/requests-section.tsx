import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleHelp, Clock, TriangleAlert, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { epochOf } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';

export function RequestsSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const first = page.requests.filter((request) => request.parentId === null);
  if (first.length === 0) return null;
  return (
    <section className="section" aria-labelledby="support">
      <div className="section-head">
        <h2 id="support">{t('requests.title')}</h2>
      </div>
      <ul className="lines">
        {first.map((request) => (
          <li key={request.id}>
            <Link className="name" to="/requests/$requestId" params={{ requestId: request.id }} search={{ view: 'mine' }}>
              {names.unit(request.toUnitId)}
            </Link>
            <span className="push">
              <RequestStateWord request={request} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RequestStateWord({ request }: { request: Pick<SupportRequest, 'state' | 'dueAt' | 'answeredAt'> }) {
  const { t } = useTranslation('desk');
  const { now, moment } = useTimes();
  if (request.state === 'answered') {
    return (
      <StatusWord tone="good" icon={CircleCheck}>
        {t('requests.states.answered')} {request.answeredAt ? moment(request.answeredAt) : ''}
      </StatusWord>
    );
  }
  if (request.state === 'asked-back') {
    return (
      <StatusWord tone="warn" icon={CircleHelp}>
        {t('requests.states.asked-back')}
      </StatusWord>
    );
  }
  if (request.state === 'returned' || request.state === 'withdrawn') {
    return (
      <StatusWord tone="quiet" icon={Undo2}>
        {t(`requests.states.${request.state}`)}
      </StatusWord>
    );
  }
  const isOver = epochOf(request.dueAt) < now;
  return (
    <StatusWord tone={isOver ? 'bad' : 'wait'} icon={isOver ? TriangleAlert : Clock}>
      {isOver ? t('requests.late') : t('requests.due', { at: moment(request.dueAt) })}
    </StatusWord>
  );
}
