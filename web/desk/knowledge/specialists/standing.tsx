import { CircleCheck, CircleMinus, CircleSlash, Headset } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PresenceState, SpecialistRow } from '../../../shared/api/specialists.ts';
import { StatusWord, type Tone } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';

export const presenceLooks: Record<PresenceState, { tone: Tone; icon: typeof CircleCheck }> = {
  available: { tone: 'good', icon: CircleCheck },
  busy: { tone: 'warn', icon: CircleMinus },
  away: { tone: 'quiet', icon: CircleSlash },
};

/** How a specialist stands now: on duty and until when, whether they answer, and whom to ask instead. */
export function StandingWords({ of: { now, backup } }: { of: Pick<SpecialistRow, 'now' | 'backup'> }) {
  const { t } = useTranslation('specialists');
  const times = useTimes();
  const { presence, onDuty, dutyUntil, nextDuty, standsInFor } = now;
  const look = presence ? presenceLooks[presence.state] : null;
  return (
    <span className="standing">
      {onDuty ? (
        <StatusWord tone="brand" filled icon={Headset}>
          {dutyUntil ? t('onDutyUntil', { time: times.time(dutyUntil) }) : t('onDuty')}
        </StatusWord>
      ) : null}
      {presence && look ? (
        <StatusWord tone={look.tone} icon={look.icon}>
          {t(`presence.${presence.state}`)}
        </StatusWord>
      ) : null}
      {standsInFor.length > 0 ? <span>{t('standsInFor', { names: standsInFor.map(({ name }) => name).join(', ') })}</span> : null}
      {presence?.state === 'away' && backup ? <span>{t('askInstead', { name: backup.name })}</span> : null}
      {!onDuty && nextDuty ? <span className="quiet">{t('nextDuty', { time: times.dateTime(nextDuty) })}</span> : null}
    </span>
  );
}
