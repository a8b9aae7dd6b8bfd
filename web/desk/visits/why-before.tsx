import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardStep, whyBefore } from '../../shared/api/visits.ts';
import { Select } from '../../shared/ui/select.tsx';
import { useSayWhy } from '../use-deed.ts';

/** Why one who waits goes before another, in words: the order is not argued about, it is explained. */
export function WhyBefore({ step, line }: { step: BoardStep; line: readonly BoardStep[] }) {
  const { t } = useTranslation('visits');
  const others = line.filter(({ id }) => id !== step.id);
  const here = line.findIndex(({ id }) => id === step.id);
  const [otherId, setOtherId] = useState(() => (line[here - 1] ?? line[here + 1])?.id ?? null);
  const there = line.findIndex(({ id }) => id === otherId);
  const other = line[there];
  if (others.length === 0) return null;
  return (
    <>
      <h2>{t('why.title')}</h2>
      <Select
        label={t('why.compared')}
        options={others.map(({ id, code }) => ({ id, label: code }))}
        value={otherId}
        onChange={setOtherId}
      />
      {other ? <Answer first={there < here ? other : step} second={there < here ? step : other} /> : null}
    </>
  );
}

function Answer({ first, second }: { first: BoardStep; second: BoardStep }) {
  const { t } = useTranslation('visits');
  const sayWhy = useSayWhy();
  const answer = useQuery({
    queryKey: ['visit', 'why', first.id, second.id],
    queryFn: () => whyBefore(first.id, second.id),
    gcTime: 0,
  });
  if (answer.error) return <p className="quiet">{sayWhy(answer.error)}</p>;
  if (!answer.data) return null;
  const codes = { first: first.code, second: second.code };
  return <p role="status">{answer.data.why ? t(`why.${answer.data.why}`, codes) : t('why.changed')}</p>;
}
