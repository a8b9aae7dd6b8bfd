import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setPresence } from '../../../shared/api/booked.ts';
import type { BusDay } from '../../../shared/api/bus.ts';
import { newKey } from '../../../shared/api/request.ts';
import { type ArrivedAnswer, doToVisit, greetExpected } from '../../../shared/api/visits.ts';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { busDayKey } from './keys.ts';

/** Whom the bus's queue expects, or, where no queue does, what they come to. */
export type Coming = { appointmentId: string; expectedId: string } | { appointmentIds: string[] };
type Come = { visitId: string | null; code: string | null } | null;

/**
 * Somebody has come: they join the bus's queue, or go straight to their meeting, or are marked as come where no queue calls. Sent again after
 * a lost answer it is the same; it is taken back within a minute.
 */
export function useGreeting(busId: string) {
  const { t } = useTranslation('bus');
  const queries = useQueryClient();
  const key = useRef(newKey());
  const [meeting, setMeeting] = useState<ArrivedAnswer['meeting']>(null);
  const deed = useDeed([]);
  // The appointment learns of the visit a moment later than the queue: the list says at once what is known here.
  const mark = (ids: readonly string[], come: Come) =>
    queries.setQueriesData<BusDay>({ queryKey: busDayKey(busId) }, (day) => day && withCome(day, ids, come));
  const tell = (ids: readonly string[], come: NonNullable<Come>, takeBack: () => Promise<unknown>) => {
    mark(ids, come);
    const undo = () =>
      void deed.run(async () => {
        await takeBack();
        setMeeting(null);
        mark(ids, null);
      });
    const text = come.code ? t('arrived', { code: come.code }) : t(come.visitId ? 'sent' : 'marked');
    showToast({ text, kind: `visit:${come.visitId ?? ids[0]}`, undo });
  };
  async function greetInQueue(appointmentId: string, expectedId: string): Promise<void> {
    const given = await greetExpected(expectedId, key.current);
    key.current = newKey();
    setMeeting(given.meeting);
    const { visitId, code } = given;
    // Nobody is called to a meeting of many: the number of its visit is told to nobody.
    tell([appointmentId], { visitId, code: given.meeting ? null : code }, () => doToVisit(visitId, { deed: 'undone', of: 'arrived' }));
  }
  async function greet(find: () => Promise<Coming>): Promise<boolean> {
    return deed.run(async () => {
      const coming = await find();
      if ('expectedId' in coming) return greetInQueue(coming.appointmentId, coming.expectedId);
      const ids = coming.appointmentIds;
      return tell(ids, { visitId: null, code: null }, () => Promise.all(ids.map((id) => setPresence(id, { state: 'coming' }))));
    });
  }
  return { ...deed, greet, meeting, closeMeeting: () => setMeeting(null) };
}

const withCome = (day: BusDay, ids: readonly string[], come: Come): BusDay => ({
  ...day,
  stands: day.stands.map((stand) => ({
    ...stand,
    customers: stand.customers.map((one) =>
      ids.includes(one.id) ? { ...one, state: come ? 'arrived' : 'coming', visitId: come?.visitId ?? null, code: come?.code ?? null } : one,
    ),
  })),
});
