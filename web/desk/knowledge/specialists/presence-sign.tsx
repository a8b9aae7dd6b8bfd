import './specialists.css';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shared/ui/icon.tsx';
import { useOwnPresence } from './queries.ts';
import { presenceLooks } from './standing.tsx';

/** What colleagues see of oneself now, at one's own name in the bar. Nothing where nothing is said. */
export function PresenceSign() {
  const { t } = useTranslation('specialists');
  const presence = useOwnPresence().data?.presence;
  if (!presence) return null;
  const { tone, icon } = presenceLooks[presence.state];
  return (
    <span className={`status ${tone}`}>
      <Icon of={icon} />
      <span className="heard">{t('own.now', { state: t(`presence.${presence.state}`) })}</span>
    </span>
  );
}
