import './panel.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Scope, useOwnScope, useShortcuts } from '../keys/use-shortcuts.ts';
import { Button } from './button.tsx';

type PanelProps = {
  title: string;
  facts?: ReactNode;
  foot?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** `side`: over the right of the desk, the work stays in sight · `middle`: a short word. */
  place?: 'side' | 'middle';
};

/** Something to finish or leave before going on. Escape leaves it. */
export function Panel({ title, facts, foot, onClose, children, place = 'side' }: PanelProps) {
  const { t } = useTranslation('ui');
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()} isDismissable={place === 'middle'}>
      <Modal className={`panel ${place}`}>
        <PanelScope onClose={onClose}>
          <header className="panel-head">
            <div>
              <Heading slot="title" level={1}>
                {title}
              </Heading>
              {facts ? <p className="quiet">{facts}</p> : null}
            </div>
            <Button kind="plain" push icon={X} keys="Escape" onPress={onClose}>
              <span className="heard">{t('close')}</span>
            </Button>
          </header>
          <div className="panel-body">{children}</div>
          {foot ? (
            <footer className="panel-foot actions" ref={tellHeight}>
              {foot}
            </footer>
          ) : null}
        </PanelScope>
      </Modal>
    </ModalOverlay>
  );
}

/** What is said above the foot on a small screen has to know how high it is: its commands may take several lines. */
function tellHeight(foot: HTMLElement): () => void {
  const { style } = document.documentElement;
  const sizes = new ResizeObserver(() => style.setProperty('--panel-foot', `${foot.offsetHeight}px`));
  sizes.observe(foot);
  return () => {
    sizes.disconnect();
    style.removeProperty('--panel-foot');
  };
}

function PanelScope({ onClose, children }: Pick<PanelProps, 'onClose' | 'children'>) {
  const scope = useOwnScope();
  return (
    <AriaDialog className="panel-in">
      <Scope value={scope}>
        <EscapeFromAnywhere onClose={onClose} />
        {children}
      </Scope>
    </AriaDialog>
  );
}

/** The dialog hears its keys only while the focus is in it; for a moment after a panel over it has closed, the focus is nowhere. */
function EscapeFromAnywhere({ onClose }: Pick<PanelProps, 'onClose'>) {
  const { t } = useTranslation('ui');
  useShortcuts([{ keys: 'Escape', label: t('close'), run: onClose }]);
  return null;
}
