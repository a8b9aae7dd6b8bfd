import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, endArrangement } from '../../shared/api/desk.ts';
import { noteArrangement } from '../../shared/api/mappings.ts';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { ArrangementTaps } from '../aside/arrangements-panel.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import type { GroupProps } from './groups.ts';

/** One tap each, kept with the customer at once; each has its legal ground, which is consent unless another is chosen. */
export function ArrangementsGroup({ page }: GroupProps) {
  const { t } = useTranslation('mapping');
  const { customer } = page;
  const { run } = useDeed([keys.mapping(page.id), keys.matter(page.matter.id)]);
  const held = customer.arrangements.map((one) => one.kind);
  const change = (kinds: string[]) => {
    const added = kinds.filter((kind) => !held.includes(kind));
    const ended = customer.arrangements.filter((one) => !kinds.includes(one.kind));
    void run(() =>
      Promise.all([...added.map((kind) => noteArrangement(page.id, { kind })), ...ended.map((one) => endArrangement(customer.id, one.id))]),
    );
  };
  return (
    <>
      <p className="quiet">{t('arrangements.note')}</p>
      <ArrangementTaps value={held} onChange={change} />
      {customer.arrangements.length > 0 ? (
        <section className="fields" aria-labelledby="held">
          <h3 id="held">{t('arrangements.held')}</h3>
          {customer.arrangements.map((one) => (
            <Held
              key={`${one.id} ${one.detail} ${one.legalGround}`}
              arrangement={one}
              onChange={(changed) => void run(() => noteArrangement(page.id, { kind: one.kind, expiresOn: one.expiresOn, ...changed }))}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

type Ground = 'consent' | 'law' | 'vital-interest';
const grounds = ['consent', 'law', 'vital-interest'] as const;
type HeldProps = { arrangement: Arrangement; onChange: (change: { detail: string; legalGround: Ground }) => void };

function Held({ arrangement, onChange }: HeldProps) {
  const { t } = useTranslation('mapping');
  const names = useNames();
  const [detail, setDetail] = useState(arrangement.detail);
  const what = names.item('specialNeeds', arrangement.kind);
  const legalGround = grounds.find((ground) => ground === arrangement.legalGround) ?? 'consent';
  return (
    <div className="fields two">
      <TextField
        label={t('arrangements.detail', { what })}
        value={detail}
        maxLength={200}
        onChange={setDetail}
        onBlur={() => detail !== arrangement.detail && onChange({ detail, legalGround })}
      />
      <Select
        label={t('arrangements.ground', { what })}
        options={grounds.map((id) => ({ id, label: t(`arrangements.grounds.${id}`) }))}
        value={legalGround}
        onChange={(ground) => onChange({ detail, legalGround: ground as Ground })}
      />
    </div>
  );
}
