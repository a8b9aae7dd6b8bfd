import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Flag, Link2Off } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Card, type CardTask, cardTasks, handleCardTask } from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';

/** What staff said was wrong, links that do not work, and the review: each ends with a word of what was done. */
export function Tasks({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  const found = useQuery({ queryKey: [...keys.card(card.id), 'tasks'], queryFn: () => cardTasks(card.id) });
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={4} />;
  if (found.data.tasks.length === 0) return <EmptyState title={t('tasks.none')}>{t('tasks.noneHint')}</EmptyState>;
  return (
    <>
      {card.publishedNumber === null ? null : <p className="quiet">{t('tasks.verdicts', { helped: card.helped, wrong: card.wrong })}</p>}
      <ul className="card-tasks">
        {found.data.tasks.map((task) => (
          <li key={task.id}>
            <Task cardId={card.id} task={task} />
          </li>
        ))}
      </ul>
    </>
  );
}

const icons = { wrong: Flag, review: CalendarClock, link: Link2Off };

function Task({ cardId, task }: { cardId: string; task: CardTask }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const [note, setNote] = useState('');
  const { run, isRunning } = useDeed([keys.card(cardId), keys.cards]);
  const about = task.kind === 'review' ? dayIn(task.about, locale) : task.about;
  return (
    <div className="card-task">
      <p className="card-version">
        <StatusWord tone={task.handledAt ? 'quiet' : 'warn'} icon={icons[task.kind]}>
          {t(`tasks.kinds.${task.kind}`)}
        </StatusWord>
        {about ? <span className="beside-said">{about}</span> : null}
        <Time at={task.openedAt} look="date" />
        {task.byName ? <span className="quiet">{task.byName}</span> : null}
      </p>
      {task.why ? <blockquote>{task.why}</blockquote> : null}
      {task.handledAt ? (
        <p className="quiet">
          {task.handledByName ? t('tasks.handledBy', { name: task.handledByName, note: task.note }) : t('tasks.byItself')}
        </p>
      ) : (
        <div className="card-handling">
          <TextField label={t('tasks.note')} value={note} onChange={setNote} maxLength={2000} />
          <Button isDisabled={note.trim() === ''} isPending={isRunning} onPress={() => void run(() => handleCardTask(task.id, note))}>
            {t('tasks.handle')}
          </Button>
        </div>
      )}
    </div>
  );
}
