import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { splitMatter } from '../../shared/api/matters.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** Some needs go on as a matter of their own. */
export function SplitPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const [needIds, setNeedIds] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const needs = page.needs
    .filter((need) => need.state !== 'dropped')
    .map((need) => ({ id: need.id, label: need.serviceName || need.ownWords }));
  const isWhole = needIds.length === needs.length;

  async function split() {
    await run(async () => {
      const made = await splitMatter(page.id, needIds, title);
      onClose();
      await navigate({ to: '/matters/$matterId', params: { matterId: made.id }, search: { view: 'mine' } });
    });
  }

  return (
    <Panel
      title={t('menu.split')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('split.do')}
          isPending={isRunning}
          isDisabled={needIds.length === 0 || isWhole || !title.trim()}
          onSave={() => void split()}
        />
      }
    >
      <section className="fields">
        <Taps label={t('split.needs')} note={t('split.needsNote')} options={needs} value={needIds} onChange={setNeedIds} />
        <TextField label={t('split.title')} value={title} onChange={setTitle} />
      </section>
    </Panel>
  );
}
