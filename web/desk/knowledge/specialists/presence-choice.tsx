import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type PresenceState, sayPresence } from '../../../shared/api/specialists.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Choice } from '../../../shared/ui/choice.tsx';
import type { Command } from '../../../shared/ui/menu.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { useOwnPresence } from './queries.ts';
import { presenceLooks } from './standing.tsx';

const states: PresenceState[] = ['available', 'busy', 'away'];

/** What one says of oneself until the day ends, in one tap. Nothing for who is no specialist. */
export function PresenceChoice() {
  const { t } = useTranslation('specialists');
  const { data } = useOwnPresence();
  const { run, isRunning } = useDeed([keys.specialists]);
  if (!data?.isSpecialist) return null;
  const state = data.presence?.state ?? null;
  return (
    <section className="own-presence" aria-label={t('own.label')}>
      <Choice
        label={t('own.label')}
        note={t('own.until')}
        options={states.map((id) => ({ id, label: t(`presence.${id}`) }))}
        value={state}
        onChange={(next) => void run(() => sayPresence(next as PresenceState))}
      />
      {state ? (
        <Button size="small" kind="plain" icon={Undo2} isPending={isRunning} onPress={() => void run(() => sayPresence(null))}>
          {t('own.takeBack')}
        </Button>
      ) : null}
    </section>
  );
}

/** The same for one's own menu; none for who is no specialist. */
export function usePresenceCommands(): Command[] {
  const { t } = useTranslation('specialists');
  const { data } = useOwnPresence();
  const { run } = useDeed([keys.specialists]);
  if (!data?.isSpecialist) return [];
  return states.map((state) => ({
    id: `presence-${state}`,
    label: data.presence?.state === state ? t('own.isNow', { state: t(`presence.${state}`) }) : t(`presence.${state}`),
    icon: presenceLooks[state].icon,
    run: () => void run(() => sayPresence(state)),
  }));
}
