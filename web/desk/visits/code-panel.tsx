import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arriveByCode, type CameByCode } from '../../shared/api/booked.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { newKey } from '../../shared/api/request.ts';
import { type ArrivedAnswer, greetByCode } from '../../shared/api/visits.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { CamePanel } from './came-panel.tsx';
import { Greeted } from './greeted.tsx';
import { useCame } from './use-came.ts';
import { useGiven } from './use-given.ts';

type CodePanelProps = { pointId: string; onClose: () => void };

/** Somebody with a booked time has come to reception and says or shows its code: typed or read by a scanner, Enter, and they have a number, or are marked as come where no queue calls. */
export function CodePanel({ pointId, onClose }: CodePanelProps) {
  const { given, tell, clear } = useGiven(pointId);
  const listed = useCame(pointId);
  if (given) return <Greeted pointId={pointId} given={given} onNext={clear} onClose={onClose} />;
  if (listed.came) return <CamePanel came={listed.came} onNext={listed.clear} onClose={onClose} />;
  return <CodeForm pointId={pointId} onGiven={tell} onCame={listed.tell} onClose={onClose} />;
}

type CodeFormProps = CodePanelProps & { onGiven: (given: ArrivedAnswer) => void; onCame: (came: CameByCode) => void };

function CodeForm({ pointId, onGiven, onCame, onClose }: CodeFormProps) {
  const { t } = useTranslation('visits');
  const [code, setCode] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const key = useRef(newKey());
  const { run, isRunning, problem } = useDeed([keys.board(pointId)], { tellsHere: true });
  const type = (typed: string) => {
    // What is corrected is another call.
    key.current = newKey();
    setUnknown(false);
    setCode(typed);
  };
  const greet = async () => {
    if (code.trim() === '' || isRunning) return;
    let given: ArrivedAnswer | undefined;
    let came: CameByCode | undefined;
    const isDone = await run(async () => {
      given = await greetByCode(pointId, code, key.current).catch(unlessUnknown);
      // Whom no queue expects stands on the list of the day.
      if (!given) came = await arriveByCode(pointId, code).catch(unlessUnknown);
    });
    if (given) onGiven(given);
    else if (came) onCame(came);
    else if (isDone) setUnknown(true);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void greet();
  };
  return (
    <Panel
      title={t('code.open')}
      facts={t('code.facts')}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('expected.arrived')}
          isPending={isRunning}
          isDisabled={code.trim() === ''}
          problem={problem}
          onSave={() => void greet()}
        />
      }
    >
      <form className="fields" onSubmit={send}>
        <TextField
          label={t('code.label')}
          hint={t('code.hint')}
          value={code}
          onChange={type}
          autoFocus
          autoComplete="off"
          // A code that was not found is said, and does not keep the next one from being asked.
          validationBehavior="aria"
          problem={isUnknown ? t('code.unknown') : undefined}
        />
      </form>
    </Panel>
  );
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof ApiProblem && error.code === 'arrival-code')) throw error;
}
