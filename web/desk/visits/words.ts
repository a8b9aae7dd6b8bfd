import { useTranslation } from 'react-i18next';
import type { BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useTimes } from '../../shared/ui/use-times.ts';

/** Queues and counters of the point by their names in the reader's language. */
export function useBoardNames(board: QueueBoard) {
  const locale = useLocale();
  return {
    queue: (id: string | null) => nameIn(board.queues.find((queue) => queue.id === id)?.name, locale),
    counter: (id: string | null) => nameIn(board.counters.find((counter) => counter.id === id)?.name, locale),
  };
}

/** Why one stands where one does: "Aika klo 10.45", "Etusija", "Saapui klo 10.26". */
export function useReason(): (step: BoardStep) => string {
  const { t } = useTranslation('visits');
  const { time } = useTimes();
  return (step) => {
    if (step.state === 'planned') return t('reason.planned');
    if (step.state === 'parked') return t('reason.parked', { time: time(step.arrivedAt) });
    if ((step.reason === 'appointment-due' || step.reason === 'early') && step.dueAt)
      return t('reason.appointment', { time: time(step.dueAt) });
    if (step.reason === 'later' && step.notBefore) return t('reason.later', { time: time(step.notBefore) });
    const { reason } = step;
    if (reason === 'special-need' || reason === 'chain-continued' || reason === 'waited-over' || reason === 'priority')
      return t(`reason.${reason}`, { time: time(step.arrivedAt) });
    return t('reason.waiting', { time: time(step.arrivedAt) });
  };
}

type Told = { low: number; likely: number; high: number };

/** "10–20 min"; unknown is said so, never zero. */
export function useToldWords(): (told: Told | null) => string {
  const { t } = useTranslation('visits');
  return (told) => {
    if (!told) return t('told.unknown');
    if (told.high === 0) return t('told.now');
    return told.low === told.high ? t('told.about', { n: told.low }) : t('told.range', { low: told.low, high: told.high });
  };
}
