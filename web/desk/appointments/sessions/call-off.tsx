import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelMeeting } from '../../../shared/api/meetings.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useDeed } from '../../use-deed.ts';
import { attendanceKey, meetingsKey } from './keys.ts';

/** The meeting is not held: asked once more, since everyone is told. */
export function CallOff({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meetings');
  const [isAsked, setAsked] = useState(false);
  const deed = useDeed([attendanceKey(meetingId), meetingsKey]);
  if (!isAsked)
    return (
      <Button kind="plain" onPress={() => setAsked(true)}>
        {t('attendance.call')}
      </Button>
    );
  return (
    <section aria-label={t('attendance.call')}>
      <p>{t('attendance.callHint')}</p>
      <Button autoFocus isDisabled={deed.isRunning} onPress={() => void deed.run(() => cancelMeeting(meetingId))}>
        {t('attendance.callYes')}
      </Button>
    </section>
  );
}
