import './finder.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { FinderBox } from './finder-box.tsx';

/** Search of services and cards from anywhere: one key, also while writing. */
export function Finder() {
  const { t } = useTranslation('cards');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useShortcuts([
    { keys: 'q', label: t('find.title'), run: open },
    { keys: 'Control+k', label: t('find.whileWriting'), run: open },
  ]);
  if (!isOpen) return null;
  return (
    <Panel place="middle" title={t('find.title')} onClose={() => setOpen(false)}>
      <FinderBox onDone={() => setOpen(false)} />
    </Panel>
  );
}
