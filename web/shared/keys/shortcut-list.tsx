import './shortcut-list.css';
import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/kbd.tsx';
import { Panel } from '../ui/panel.tsx';
import { listenToKeys, type Shortcut, shortcutsOf } from './shortcuts.ts';
import { Scope, useShortcuts } from './use-shortcuts.ts';

/** Stands once in an app: listens to the keys, and shows their list on `?`. */
export function ShortcutList() {
  const { t } = useTranslation('ui');
  const scope = useContext(Scope);
  const [shown, setShown] = useState<Shortcut[] | null>(null);
  useEffect(listenToKeys, []);
  useShortcuts([{ keys: '?', label: t('keys.all'), run: () => setShown(shortcutsOf(scope)) }]);
  if (!shown) return null;
  return (
    <Panel place="middle" title={t('keys.title')} facts={t('keys.note')} onClose={() => setShown(null)}>
      <Keys shortcuts={shown} />
    </Panel>
  );
}

export function Keys({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl className="shortcut-list">
      {shortcuts.map((shortcut) => (
        <div key={shortcut.keys}>
          <dt>
            <Kbd keys={shortcut.keys} />
            <span className="heard">{shortcut.keys}</span>
          </dt>
          <dd>{shortcut.label}</dd>
        </div>
      ))}
    </dl>
  );
}
