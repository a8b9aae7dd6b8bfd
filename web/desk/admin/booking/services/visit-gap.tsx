import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readVisitSetting, setVisitSetting } from '../../../../shared/api/booking-setup.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { ErrorState } from '../../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { showToast } from '../../../../shared/ui/toasts.ts';
import { useNames } from '../../../session.tsx';
import { useDeed } from '../../../use-deed.ts';
import { NumberField } from '../../queues/displays/number-field.tsx';
import { keys } from '../queries.ts';

const MOST = 120;

/** How long a customer of this point may have to wait between two services of one visit. */
export function VisitGap({ pointId }: { pointId: string }) {
  const { data, error, refetch } = useQuery({ queryKey: keys.visitSetting(pointId), queryFn: () => readVisitSetting(pointId) });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  return <Form key={pointId} pointId={pointId} saved={data.mostBetween} />;
}

function Form({ pointId, saved }: { pointId: string; saved: number }) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const [minutes, setMinutes] = useState(saved);
  const { run, isRunning, problem } = useDeed([keys.visitSetting(pointId)], { tellsHere: true });
  const save = () =>
    run(async () => {
      await setVisitSetting(pointId, minutes);
      showToast({ text: t('visitGap.saved', { count: minutes }), kind: 'visit-gap' });
    });
  return (
    <form
      className="booking-gap"
      aria-label={t('visitGap.title', { point: names.point(pointId) })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NumberField
        name="mostBetween"
        label={t('visitGap.label')}
        hint={t('visitGap.hint')}
        value={minutes}
        from={0}
        to={MOST}
        onChange={setMinutes}
      />
      <Button type="submit" isPending={isRunning} isDisabled={minutes === saved}>
        {t('visitGap.save')}
      </Button>
      {problem ? (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      ) : null}
    </form>
  );
}
