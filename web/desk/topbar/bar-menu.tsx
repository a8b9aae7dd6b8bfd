import { useRouterState } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/icon.tsx';

/** The pages of the desk in the bar. On a phone they stand behind one button, so that the bar takes two rows and not five. */
export function BarMenu({ children }: { children: ReactNode }) {
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has come to another page is done with the menu
  useEffect(() => setOpen(false), [path]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="nav-button bar-menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('nav.menu')}
        <Icon of={ChevronDown} />
      </button>
      <nav id={id} aria-label={t('nav.label')} data-open={isOpen ? '' : undefined} onKeyDown={onKeyDown}>
        <ul>{children}</ul>
      </nav>
    </>
  );
}
