import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { identify } from '../../shared/api/identity.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** The code is sent and forgotten: the desk never shows one again. */
export function IdentityPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const { run, isRunning, problem, faults } = useDeed([keys.matter(page.id), keys.matters], { tellsHere: true });

  async function save() {
    if (await run(() => identify(page.id, code))) onClose();
  }

  return (
    <Panel
      title={t('panel.title')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('panel.save')}
          isPending={isRunning}
          isDisabled={code.trim() === ''}
          problem={faults.identityCode ? null : problem}
          onSave={() => void save()}
        />
      }
    >
      <section>
        <p className="quiet">{t('panel.what')}</p>
        <TextField
          label={t('panel.code')}
          hint={t('panel.hint')}
          value={code}
          onChange={setCode}
          problem={faults.identityCode}
          autoComplete="off"
          spellCheck="false"
        />
      </section>
    </Panel>
  );
}
