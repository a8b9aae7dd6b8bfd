import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arriveByCode } from '../../../shared/api/booked.ts';
import { findByCode } from '../../../shared/api/bus.ts';
import { ApiProblem } from '../../../shared/api/problem.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { MeetingPanel } from '../../visits/meeting-panel.tsx';
import { type Coming, useGreeting } from './use-greeting.ts';

/** The code of whoever has come, as they say or show it. */
export function CodeForm({ busId }: { busId: string }) {
  const { t } = useTranslation('bus');
  const [code, setCode] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const { greet, isRunning, meeting, closeMeeting } = useGreeting(busId);
  async function send(event: FormEvent) {
    event.preventDefault();
    setUnknown(false);
    const found = await comingBy(busId, code).catch((error: unknown) => error);
    if (isNobody(found)) return setUnknown(true);
    const isDone = await greet(async () => {
      if (found instanceof Error) throw found;
      return found as Coming;
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
      {meeting ? <MeetingPanel meeting={meeting} onClose={closeMeeting} /> : null}
    </form>
  );
}

/** Whom the bus's queue expects; whom no queue does has come by the call itself. */
async function comingBy(busId: string, code: string): Promise<Coming> {
  try {
    return await findByCode(busId, code);
  } catch (error) {
    if (!isNobody(error)) throw error;
  }
  const { times } = await arriveByCode(busId, code);
  return { appointmentIds: times.filter(({ isNew }) => isNew).map(({ appointmentId }) => appointmentId) };
}

const isNobody = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 404 || error.status === 422);
