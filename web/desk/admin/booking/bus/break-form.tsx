import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bus, writeBusDays } from '../../../../shared/api/bus.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { todayInFinland } from '../../../../shared/ui/days.ts';
import { useDeed } from '../../../use-deed.ts';
import { DayField } from '../../fields/day-field.tsx';
import { keys } from '../queries.ts';
import { MustMove } from './must-move.tsx';

/** The bus is broken, or runs again. Nobody is dropped: who must be moved is told at once. */
export function BreakForm({ bus }: { bus: Bus }) {
  const { t } = useTranslation('bus');
  const [from, setFrom] = useState(todayInFinland());
  const [until, setUntil] = useState(todayInFinland());
  const [left, setLeft] = useState<number | null>(null);
  const { run, isRunning } = useDeed([keys.all]);
  const write = (runs: boolean) =>
    run(async () => setLeft((await writeBusDays(bus.id, { version: bus.version, from, until: until < from ? from : until, runs })).count));
  return (
    <fieldset className="fields">
      <legend>{t('keep.break')}</legend>
      <div className="fields two">
        <DayField name="from" label={t('keep.from')} value={from} onChange={(day) => day && setFrom(day)} />
        <DayField name="until" label={t('keep.until')} value={until} onChange={(day) => day && setUntil(day)} />
      </div>
      <p className="actions">
        <Button isPending={isRunning} onPress={() => void write(false)}>
          {t('keep.doesNotRun')}
        </Button>
        <Button isPending={isRunning} onPress={() => void write(true)}>
          {t('keep.runs')}
        </Button>
      </p>
      <p role="status">{left === null ? null : <MustMove count={left} />}</p>
    </fieldset>
  );
}
