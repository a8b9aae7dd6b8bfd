import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepDisturbances } from '../../shared/api/disturbances.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

const offered = [1, 2, 3, 6, 9, 12, 18, 24];

/** For those who keep the point: how long its log is kept. What is older goes the next night, so choosing alone changes nothing. */
export function KeepingSection({ pointId, months }: { pointId: string; months: number }) {
  const { t } = useTranslation('disturbances');
  const [chosen, setChosen] = useState(months);
  const { run, isRunning, problem } = useDeed([keys.disturbances(pointId)], { tellsHere: true });
  const choices = [...new Set([...offered, months])].toSorted((a, b) => a - b);
  return (
    <section className="section" aria-labelledby="keeping">
      <h2 id="keeping">{t('keep.title')}</h2>
      <p className="quiet">{t('keep.hint')}</p>
      <div className="keeping">
        <Select
          label={t('keep.label')}
          options={choices.map((count) => ({ id: String(count), label: t('keep.months', { count }) }))}
          value={String(chosen)}
          onChange={(id) => setChosen(Number(id))}
        />
        <Button isPending={isRunning} isDisabled={chosen === months} onPress={() => void run(() => keepDisturbances(pointId, chosen))}>
          {t('keep.change')}
        </Button>
      </div>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
