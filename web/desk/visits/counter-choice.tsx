import { useTranslation } from 'react-i18next';
import type { QueueBoard } from '../../shared/api/visits.ts';
import { Select } from '../../shared/ui/select.tsx';
import type { Serving } from './use-serving.ts';
import { useBoardNames } from './words.ts';

/** Where one sits: of the counters where nobody works now. Choosing one opens it. */
export function CounterChoice({ board, serving, isChange = false }: { board: QueueBoard; serving: Serving; isChange?: boolean }) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const free = board.counters.filter(({ state }) => state === 'closed');
  const sit = async (id: string) => {
    // The choice goes away when it is made: the keys of the page are the next thing.
    if (await serving.sit(id, 'open')) document.getElementById('main')?.focus();
  };
  return (
    <Select
      label={t(isChange ? 'counter.change' : 'counter.choose')}
      options={free.map(({ id, queueIds }) => ({ id, label: names.counter(id), hint: queueIds.map(names.queue).join(', ') }))}
      value={null}
      placeholder={t('counter.pick')}
      onChange={(id) => void sit(id)}
    />
  );
}
