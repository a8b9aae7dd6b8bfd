import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { identify } from '../../shared/api/identity.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import type { Carried } from './claim-reach.tsx';

/** The code is sent and forgotten: the desk never shows one again. */
export function IdentityPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const [fill, setFill] = useState<Carried[]>([]);
  const told = toldOf(page);
  const { run, isRunning, problem, faults } = useDeed([keys.matter(page.id), keys.matters], { tellsHere: true });

  async function save() {
    if (await run(() => identify(page.id, { identityCode: code, fill }))) onClose();
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
      {told.length > 0 ? (
        <section className="fields">
          <h2 className="section-head">{t('fill.title')}</h2>
          <p className="quiet">{t('fill.what')}</p>
          <Taps
            label={t('fill.add')}
            options={told.map(({ part, value }) => ({ id: part, label: `${t(`claim.reach.${part}`)}: ${value}` }))}
            value={fill}
            onChange={(chosen) => setFill(told.map(({ part }) => part).filter((part) => chosen.includes(part)))}
          />
        </section>
      ) : null}
    </Panel>
  );
}

/** How the customer said they are reached in this matter; masked data cannot be passed on. */
function toldOf({ customer }: MatterPage): { part: Carried; value: string }[] {
  const address = [customer.street, [customer.postalCode, customer.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const parts = [
    { part: 'email', value: customer.email },
    { part: 'phone', value: customer.phone },
    { part: 'address', value: address },
  ] as const;
  return parts.flatMap(({ part, value }) => (value ? [{ part, value }] : []));
}
