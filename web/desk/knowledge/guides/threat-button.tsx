import './guides.css';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../shared/keys/use-shortcuts.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useGuide, useGuides } from './queries.ts';
import { ThreatPanel } from './threat-panel.tsx';

/** Works while writing too: a function key is no character (WCAG 2.2, 2.1.4). */
const threatKey = 'F9';

/** What to do in a threat, one key or one press from every place of the desk. It is fetched beforehand: a hurry does not wait for a network. */
export function ThreatButton() {
  const { t } = useTranslation('guides');
  const [isOpen, setOpen] = useState(false);
  const threats = useGuides('all').data?.rows.filter((row) => row.kind === 'threat' && row.isPublished);
  useGuide(threats?.[0]?.id);
  useKey(() => setOpen(true));
  useShortcuts([{ keys: threatKey, label: t('threat.key') }]);
  return (
    <>
      <Button kind="plain" icon={ShieldAlert} keys={threatKey} onPress={() => setOpen(true)}>
        <span className="threat-word">{t('threat.button')}</span>
      </Button>
      {isOpen ? <ThreatPanel threats={threats} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Over an open panel too, but never over what covers the desk from a customer. */
function useKey(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== threatKey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.documentElement.dataset.covered !== undefined) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
