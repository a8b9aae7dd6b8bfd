import './beside.css';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useBeside } from './beside.tsx';

type PaneProps = { title: string; lang?: string; children: ReactNode; foot?: ReactNode };

/** Over the right pane, and not in the way: one goes on writing while it stands there. */
export function Pane({ title, lang, children, foot }: PaneProps) {
  const { t } = useTranslation('cards');
  const { close } = useBeside();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const leave = () => {
    close();
    document.getElementById('main')?.focus();
  };
  useShortcuts([{ keys: 'Escape', label: t('pane.close'), run: leave }]);
  return (
    <section
      className="beside"
      aria-label={t('pane.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        leave();
      }}
    >
      <header className="beside-head">
        <h2 tabIndex={-1} ref={heading} lang={lang}>
          {title}
        </h2>
        <Button kind="plain" push icon={X} keys="Escape" onPress={leave}>
          <span className="heard">{t('pane.close')}</span>
        </Button>
      </header>
      <div className="beside-body">{children}</div>
      {foot ? <footer className="beside-foot actions">{foot}</footer> : null}
    </section>
  );
}
