import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';

type AskedProps = { title: string; act: string; onAct: () => void; onClose: () => void; children: ReactNode };

/** Before what cannot be undone: what follows, and the deed by its own name. */
export function Asked({ title, act, onAct, onClose, children }: AskedProps) {
  const { t } = useTranslation('admin');
  const foot = (
    <>
      <Button autoFocus onPress={onClose}>
        {t('cancel')}
      </Button>
      <Button kind="primary" push onPress={onAct}>
        {act}
      </Button>
    </>
  );
  return (
    <Panel place="middle" title={title} foot={foot} onClose={onClose}>
      <p className="queues-asked">{children}</p>
    </Panel>
  );
}
