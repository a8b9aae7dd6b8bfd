import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findByCode } from '../../../shared/api/bus.ts';
import { ApiProblem } from '../../../shared/api/problem.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { useGreeting } from './use-greeting.ts';

/** The code of whoever has come, as they say or show it. */
export function CodeForm({ busId }: { busId: string }) {
  const { t } = useTranslation('bus');
  const [code, setCode] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const { greet, isRunning } = useGreeting(busId);
  async function send(event: FormEvent) {
    event.preventDefault();
    setUnknown(false);
    const found = await findByCode(busId, code).catch((error: unknown) => error);
    if (found instanceof ApiProblem && (found.status === 404 || found.status === 422)) return setUnknown(true);
    const isDone = await greet(async () => {
      if (found instanceof Error) throw found;
      return (found as { expectedId: string }).expectedId;
    });
    if (isDone) setCode('');
  }
  return (
    <form className="bus-code" onSubmit={(event) => void send(event)}>
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        value={code}
        onChange={(typed) => {
          setUnknown(false);
          setCode(typed);
        }}
        // A code that was not found is said, and does not keep the next one from being asked.
        validationBehavior="aria"
        autoComplete="off"
        problem={isUnknown ? t('codeUnknown') : undefined}
      />
      <Button type="submit" kind="primary" isPending={isRunning}>
        {t('codeSend')}
      </Button>
    </form>
  );
}
