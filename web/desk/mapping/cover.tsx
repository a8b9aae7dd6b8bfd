import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';
import { CustomerView } from './customer-view.tsx';

/** Works while writing too: a function key is no character (WCAG 2.2, 2.1.4). */
const coverKey = 'F8';

/**
 * Private mode: one key covers the whole window, everything that stands over it included, with what the customer is shown. The desk
 * is not drawn behind it, is not read aloud and is not found; the window's title says nothing either.
 */
export function useCover() {
  const [isCovered, setCovered] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== coverKey || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      setCovered((before) => !before);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return { isCovered, cover: () => setCovered(true), uncover: () => setCovered(false) };
}

export function Cover({ mappingId, onLeave }: { mappingId: string; onLeave: () => void }) {
  const { t } = useTranslation('mapping');
  useEffect(() => {
    const root = document.documentElement;
    const before = document.activeElement;
    root.dataset.covered = '';
    return () => {
      delete root.dataset.covered;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return createPortal(
    <div className="customer-cover">
      <CustomerView mappingId={mappingId} />
      <div className="uncover">
        <Button kind="plain" size="small" keys={coverKey} onPress={onLeave}>
          {t('uncover')}
        </Button>
      </div>
    </div>,
    document.body,
  );
}
