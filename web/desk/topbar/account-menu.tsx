import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Languages, LogOut, Settings, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { changeMe, signOut } from '../../shared/api/desk.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Menu } from '../../shared/ui/menu.tsx';
import { usePresenceCommands } from '../knowledge/specialists/presence-choice.tsx';
import { PresenceSign } from '../knowledge/specialists/presence-sign.tsx';
import { answersForData, useNames, useSession } from '../session.tsx';
import { applySettings } from '../settings/apply.ts';
import { languages, SettingsPanel } from '../settings/settings-panel.tsx';
import { useDeed } from '../use-deed.ts';

export function AccountMenu() {
  const { t, i18n } = useTranslation('desk');
  const { t: r } = useTranslation('rights');
  const navigate = useNavigate();
  const { me } = useSession();
  const answers = answersForData(me);
  const names = useNames();
  const locale = useLocale();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { run } = useDeed([['session']]);
  const presence = usePresenceCommands();
  const title = nameIn(me.title, locale);
  const place = names.point(me.pointId);
  const leave = () =>
    run(async () => {
      const { location: next } = await signOut();
      queries.clear();
      location.assign(next);
    });
  return (
    <>
      <Menu
        label={t('account.menu')}
        commands={[
          ...presence,
          ...(answers
            ? [
                {
                  id: 'rights',
                  label: r('menu'),
                  icon: ShieldCheck,
                  run: () => void navigate({ to: '/data-requests', search: { view: 'open' } }),
                },
              ]
            : []),
          { id: 'settings', label: t('account.settings'), icon: Settings, run: () => setOpen(true) },
          ...languages
            .filter(({ id }) => id !== locale)
            .map(({ id, label }) => ({
              id,
              label,
              icon: Languages,
              run: () => void run(async () => applySettings(await changeMe({ language: id }), i18n)),
            })),
          { id: 'sign-out', label: t('account.signOut'), icon: LogOut, run: () => void leave() },
        ]}
      >
        <AriaButton className="button plain me">
          <span className="initials" aria-hidden="true">
            {initialsOf(me.name)}
          </span>
          <PresenceSign />
          <span className="me-words">
            {me.name}
            <br />
            <span className="quiet small">{[title, place].filter(Boolean).join(' · ')}</span>
          </span>
          <span className="heard">{t('account.menu')}</span>
        </AriaButton>
      </Menu>
      {isOpen ? <SettingsPanel onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}
