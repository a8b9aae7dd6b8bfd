import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../shared/ui/button.tsx';
import { useDeed } from '../../../use-deed.ts';
import { Asked } from '../asked.tsx';

type RemovingProps = { what: string; touched: QueryKey; remove: () => Promise<unknown>; onDone: () => void };

/** What is removed is gone, so it is asked first. */
export function Removing({ what, touched, remove, onDone }: RemovingProps) {
  const { t } = useTranslation('displays');
  const [isAsked, setAsked] = useState(false);
  const { run, isRunning, problem } = useDeed([touched], { tellsHere: true });
  const act = async () => {
    setAsked(false);
    if (await run(remove)) onDone();
  };
  return (
    <section className="fields">
      <p>
        <Button isPending={isRunning} onPress={() => setAsked(true)}>
          {what}
        </Button>
      </p>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {isAsked ? (
        <Asked title={`${what}?`} act={what} onAct={() => void act()} onClose={() => setAsked(false)}>
          {t('removedForGood')}
        </Asked>
      ) : null}
    </section>
  );
}
