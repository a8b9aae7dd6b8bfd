import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { changeMatter } from '../../shared/api/matters.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

const grounds = ['mandate', 'guardian', 'parent', 'company', 'other'] as const;
type Ground = (typeof grounds)[number];

/** What the matter is called, in which language it is served, and for whom the customer acts. */
export function TitlePanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const [title, setTitle] = useState(page.title);
  const [language, setLanguage] = useState(page.language);
  const [actingFor, setActingFor] = useState(page.actingFor?.name ?? '');
  const [ground, setGround] = useState<Ground>(page.actingFor?.ground ?? 'mandate');
  // As it was when this opened: what a colleague changes meanwhile is not overwritten unseen.
  const [version] = useState(page.version);
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);

  async function save() {
    const other = actingFor.trim();
    const change = { title, language, actingFor: other ? { name: other, ground } : null, version };
    if (await run(() => changeMatter(page.id, change))) onClose();
  }

  return (
    <Panel
      title={t('menu.title')}
      onClose={onClose}
      foot={<FormFoot save={t('save')} isPending={isRunning} isDisabled={!title.trim()} onSave={() => void save()} />}
    >
      <section className="fields">
        <TextField label={t('matter.title')} value={title} onChange={setTitle} autoFocus />
        <Select label={t('matter.language')} options={names.items('serviceLanguages')} value={language} onChange={setLanguage} />
      </section>
      <section className="fields">
        <TextField label={t('matter.actingFor')} hint={t('matter.actingForHint')} value={actingFor} onChange={setActingFor} />
        {actingFor.trim() ? (
          <Select
            label={t('matter.ground')}
            options={grounds.map((id) => ({ id, label: t(`matter.grounds.${id}`) }))}
            value={ground}
            onChange={(id) => setGround(id as Ground)}
          />
        ) : null}
      </section>
    </Panel>
  );
}
