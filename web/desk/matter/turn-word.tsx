import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { standingOf } from '../list/promise.ts';
import { useSession } from '../session.tsx';

/** Whose turn it is, and the promise when it is near. */
export function TurnWord({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const { now, dateTime } = useTimes();
  if (page.state !== 'open') {
    return (
      <StatusWord tone="good" icon={CircleCheck} filled>
        {t(`matter.states.${page.state}`)}
      </StatusWord>
    );
  }
  if (page.awaits !== 'us') {
    return (
      <StatusWord tone="wait" icon={Clock} filled>
        {t(`matter.awaits.${page.awaits}`)}
      </StatusWord>
    );
  }
  const { level } = standingOf(page.awaitsSince, page.dueAt, now);
  const whose = page.personId === me.id ? t('matter.yourTurn') : t('matter.ourTurn');
  if (level === 'quiet' || !page.dueAt)
    return (
      <StatusWord tone="brand" filled>
        {whose}
      </StatusWord>
    );
  const isOver = level === 'over';
  return (
    <StatusWord tone={isOver ? 'bad' : 'warn'} icon={isOver ? TriangleAlert : Clock} filled>
      {t(isOver ? 'matter.overdue' : 'matter.dueBy', { whose, at: dateTime(page.dueAt) })}
    </StatusWord>
  );
}
