import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusDay } from '../../../shared/api/bus.ts';
import { newKey } from '../../../shared/api/request.ts';
import { doToVisit, greetExpected } from '../../../shared/api/visits.ts';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { busDayKey } from './keys.ts';

type Come = { visitId: string; code: string } | null;

/** Somebody has come: they join the bus's queue. Sent again after a lost answer it is the same; it is taken back within a minute. */
export function useGreeting(busId: string) {
  const { t } = useTranslation('bus');
  const queries = useQueryClient();
  const key = useRef(newKey());
  const deed = useDeed([]);
  // The appointment learns of the visit a moment later than the queue: the list says at once what is known here.
  const mark = (expectedId: string, come: Come) =>
    queries.setQueriesData<BusDay>({ queryKey: busDayKey(busId) }, (day) => day && withCome(day, expectedId, come));
  async function greet(find: () => Promise<string>): Promise<boolean> {
    return deed.run(async () => {
      const expectedId = await find();
      const given = await greetExpected(expectedId, key.current);
      key.current = newKey();
      mark(expectedId, given);
      const undo = () =>
        void deed.run(async () => {
          await doToVisit(given.visitId, { deed: 'undone', of: 'arrived' });
          mark(expectedId, null);
        });
      showToast({ text: t('arrived', { code: given.code }), kind: `visit:${given.visitId}`, undo });
    });
  }
  return { ...deed, greet };
}

const withCome = (day: BusDay, expectedId: string, come: Come): BusDay => ({
  ...day,
  stands: day.stands.map((stand) => ({
    ...stand,
    customers: stand.customers.map((one) =>
      one.expectedId === expectedId
        ? { ...one, state: come ? 'arrived' : 'coming', visitId: come?.visitId ?? null, code: come?.code ?? null }
        : one,
    ),
  })),
});
