import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BookingConflict, moveTo, otherTimes } from '../../../../shared/api/booking-setup.ts';
import { showToast } from '../../../../shared/ui/toasts.ts';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useSayWhy } from '../../../use-deed.ts';
import { keys } from '../queries.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { type Proposal, promisedBy, proposalFor, type Span } from './proposal.ts';

export type Proposed = { conflict: BookingConflict; proposal: Proposal; told: 'email' | 'call' | 'nobody' };

/** Proposals for many at once, looked at before anything is done; then each is done by itself, and what cannot be done stays in the list. */
export function useMoving({ services }: Pick<BookingSetUp, 'services'>) {
  const { t } = useTranslation('booking-setup');
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const { now } = useTimes();
  const [proposed, setProposed] = useState<Proposed[] | null>(null);
  const [at, setAt] = useState<{ done: number; of: number } | null>(null);

  function buffersOf({ bookableId }: BookingConflict): number {
    const service = services.find(({ id }) => id === bookableId);
    return service ? service.bufferBefore + service.bufferAfter : 0;
  }

  async function propose(conflicts: readonly BookingConflict[]): Promise<void> {
    const promised = new Map<string, Span[]>();
    const found = await inTurn(conflicts, async (conflict) => {
      const others = await otherTimes(conflict.appointmentId).catch(() => null);
      if (!others) return [{ conflict, proposal: { kind: 'none' as const }, told: 'nobody' as const }];
      const service = `${conflict.bookableId} ${conflict.pointId}`;
      const those = promised.get(service) ?? [];
      const proposal = proposalFor(conflict, others, those, now);
      if (proposal.kind === 'other') promised.set(service, [...those, promisedBy(proposal, buffersOf(conflict))]);
      return [{ conflict, proposal, told: others.told }];
    });
    setProposed(found.flat());
  }

  async function carryOut(): Promise<void> {
    const due = (proposed ?? []).filter(({ proposal }) => proposal.kind !== 'none');
    let why: string | null = null;
    const outcomes = await inTurn(due, async ({ conflict, proposal }) => {
      try {
        await moveTo(conflict.appointmentId, (proposal as { startsAt: string }).startsAt);
        return true;
      } catch (error) {
        why = sayWhy(error);
        return false;
      }
    });
    setProposed(null);
    await queries.invalidateQueries({ queryKey: keys.all });
    const done = outcomes.filter(Boolean).length;
    showToast({ text: t('moves.done', { count: done }) });
    if (why) showToast({ text: `${t('moves.left', { count: outcomes.length - done })} ${why}`, tone: 'bad', seconds: 12 });
  }

  async function inTurn<One, Answer>(all: readonly One[], work: (one: One) => Promise<Answer>): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const one of all) {
      setAt({ done: answers.length, of: all.length });
      answers.push(await work(one));
    }
    setAt(null);
    return answers;
  }

  return { proposed, at, propose, carryOut, leave: () => setProposed(null) };
}
