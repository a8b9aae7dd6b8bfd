import { useTranslation } from 'react-i18next';
import { changeMe, type MeChange } from '../../shared/api/desk.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { FeedSection } from '../appointments/feed-section.tsx';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { applySettings } from './apply.ts';
import { PointChoice } from './point-choice.tsx';

export const languages = [
  { id: 'fi', label: 'suomi' },
  { id: 'sv', label: 'svenska' },
  { id: 'en', label: 'English' },
] as const;
const themes = ['system', 'light', 'dark', 'contrast'] as const;

/** One's own choices; each holds at once. */
export function SettingsPanel({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('desk');
  const { me } = useSession();
  const { run } = useDeed([['session']]);
  const change = (wish: MeChange) => void run(async () => applySettings(await changeMe(wish), i18n));
  return (
    <Panel title={t('account.settings')} facts={`${me.name} · ${me.email}`} onClose={onClose}>
      <section>
        <Choice
          label={t('settings.language')}
          options={languages}
          value={me.language}
          onChange={(id) => change({ language: id as (typeof languages)[number]['id'] })}
        />
      </section>
      <section>
        <PointChoice />
      </section>
      <section>
        <Choice
          label={t('settings.theme')}
          options={themes.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
          value={me.settings.theme}
          onChange={(theme) => change({ settings: { theme: theme as (typeof themes)[number] } })}
        />
      </section>
      <section>
        <Choice
          label={t('settings.shortcuts')}
          note={t('settings.shortcutsNote')}
          options={[
            { id: 'on', label: t('settings.on') },
            { id: 'off', label: t('settings.off') },
          ]}
          value={me.settings.shortcuts ? 'on' : 'off'}
          onChange={(id) => change({ settings: { shortcuts: id === 'on' } })}
        />
      </section>
      <FeedSection />
    </Panel>
  );
}
