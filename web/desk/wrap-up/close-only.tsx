import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { closeMatter, reopenMatter } from '../../shared/api/matters.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { PapersLeft, usePapersLeft } from '../documents/papers-left.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** Every contact is recorded already, or papers are still to be asked about: what is left is the matter itself. */
export function CloseOnly({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters, keys.documents]);
  const isOpen = page.state === 'open';
  const papers = usePapersLeft(page.id);
  const [papersStay, setPapersStay] = useState(false);
  const asks = isOpen && papers.length > 0;
  async function act() {
    if (!(await run(() => (isOpen ? closeMatter(page.id, asks ? { papersStay } : {}) : reopenMatter(page.id))))) return;
    onClose();
    if (!isOpen) return;
    void navigate({ to: '/matters', search: { view: 'mine' } });
    showToast({ text: t('closing.done', { title: page.title }), undo: async () => void (await run(() => reopenMatter(page.id))) });
  }
  return (
    <Panel
      title={isOpen ? t('closing.close') : t('closing.reopen')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={isOpen ? t('closing.close') : t('closing.reopen')}
          isPending={isRunning}
          isDisabled={asks && !papersStay}
          onSave={() => void act()}
        />
      }
    >
      <section>
        {asks ? (
          <PapersLeft papers={papers} isStaying={papersStay} onChange={setPapersStay} />
        ) : (
          <p>{isOpen ? t('closing.nothingToWrap') : t('closing.isClosed')}</p>
        )}
      </section>
    </Panel>
  );
}
