import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft, CircleCheck, Clock, PanelRight, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestPage } from '../../../server/modules/matters/requests/schema.ts';
import { addEntry } from '../../shared/api/requests.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { standingOf } from '../list/promise.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

export function RequestHead({ page, onAside }: { page: RequestPage; onAside: () => void }) {
  const { t } = useTranslation('desk');
  const { view } = useSearch({ from: '/requests' });
  const { request } = page;
  return (
    <header className="matter-head">
      <p className="facts">
        <Link className={`back ${buttonClass({ kind: 'plain', size: 'small' })}`} to="/requests" search={{ view }}>
          <Icon of={ArrowLeft} />
          {t('matter.back')}
        </Link>
        <span>{t('requests.ofMatter', { number: sayMatterNumber(page.matterNumber) })}</span>
        <span>
          {t('requests.came')} <Time at={request.askedAt} look="full" />
        </span>
        <span>{request.toPersonName ?? t('requests.unclaimed')}</span>
      </p>
      <div className="title-line">
        <div className="title-words">
          <h1>{request.title}</h1>
          <DueWord page={page} />
        </div>
        <span className="title-commands">
          <Claim page={page} />
          <span className="open-aside">
            <Button kind="plain" icon={PanelRight} aria-label={t('matter.showAside')} onPress={onAside} />
          </span>
        </span>
      </div>
    </header>
  );
}

function DueWord({ page: { request } }: { page: RequestPage }) {
  const { t } = useTranslation('desk');
  const { now, dateTime } = useTimes();
  if (request.state !== 'open' && request.state !== 'answer-below') {
    const isDone = request.state === 'answered';
    return (
      <StatusWord tone={isDone ? 'good' : 'wait'} icon={isDone ? CircleCheck : Clock} filled>
        {t(`requests.states.${request.state}`)}
      </StatusWord>
    );
  }
  const { level } = standingOf(request.askedAt, request.dueAt, now);
  const tone = level === 'over' ? 'bad' : level === 'near' ? 'warn' : 'wait';
  return (
    <StatusWord tone={tone} icon={level === 'over' ? TriangleAlert : Clock} filled>
      {t(level === 'over' ? 'requests.wasDue' : 'requests.answerBy', { at: dateTime(request.dueAt) })}
    </StatusWord>
  );
}

/** Takes the question to oneself, or gives it back to the unit. */
function Claim({ page }: { page: RequestPage }) {
  const { t } = useTranslation('desk');
  const { run, isRunning } = useDeed([keys.request(page.request.id), keys.requests]);
  const release = () => void run(() => addEntry(page.request.id, { kind: 'released', text: '' }));
  useShortcuts(page.may.release ? [{ keys: 'h', label: t('requests.release'), run: release }] : []);
  if (page.may.claim) {
    return (
      <Button isPending={isRunning} onPress={() => void run(() => addEntry(page.request.id, { kind: 'claimed' }))}>
        {t('requests.claim')}
      </Button>
    );
  }
  if (!page.may.release) return null;
  return (
    <Button kind="plain" keys="h" isPending={isRunning} onPress={release}>
      {t('requests.release')}
    </Button>
  );
}
