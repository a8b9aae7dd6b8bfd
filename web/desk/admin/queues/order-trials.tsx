import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OrderRule, type OrderTrial, tryOrder } from '../../../shared/api/queues.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { useDeed } from '../../use-deed.ts';
import { same } from '../edit/three-way.ts';
import { DayField } from '../fields/day-field.tsx';
import { TrialTable } from './trial-table.tsx';

type OrderTrialsProps = { pointId: string; rules: OrderRule[]; isWhole: boolean };

/** What a day that was would have been under these rules. Nothing is changed by trying. */
export function OrderTrials({ pointId, rules, isWhole }: OrderTrialsProps) {
  const { t } = useTranslation('queues');
  const [day, setDay] = useState<string | null>(daysAfter(todayInFinland(), -1));
  const [tried, setTried] = useState<{ rules: OrderRule[]; trial: OrderTrial } | null>(null);
  const { run, isRunning, problem } = useDeed([], { tellsHere: true });
  const isPast = day !== null && day < todayInFinland();
  const attempt = () =>
    run(async () => {
      if (day) setTried({ rules, trial: await tryOrder(pointId, { rules, day }) });
    });
  return (
    <section className="queues-trial" aria-labelledby="trial-title">
      <h2 id="trial-title">{t('trial.title')}</h2>
      <p className="quiet">{t('trial.intro')}</p>
      <div className="queues-trial-day">
        <DayField
          name="day"
          label={t('trial.day')}
          value={day}
          onChange={setDay}
          problem={day !== null && !isPast ? t('trial.notYet') : undefined}
        />
        <Button icon={FlaskConical} isPending={isRunning} isDisabled={!isPast || !isWhole} onPress={() => void attempt()}>
          {t('trial.try')}
        </Button>
      </div>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div role="status">
        {tried && !same(tried.rules, rules) ? <p className="warn">{t('trial.old')}</p> : null}
        {tried ? <TrialTable trial={tried.trial} /> : null}
      </div>
    </section>
  );
}
