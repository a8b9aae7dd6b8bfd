import { useTranslation } from 'react-i18next';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';

export type Ground = { basis: 'consent' | 'law'; ground: string; givenHow: GivenHow | null };
const ways = ['voice', 'screen', 'paper'] as const satisfies readonly GivenHow[];

export const isGround = ({ basis, ground, givenHow }: Ground): boolean =>
  ground.trim().length > 2 && (basis === 'law' || givenHow !== null);

/** Whoever gets the paper comes to see its need: on which ground is kept. */
export function GroundFields({
  organisation,
  value,
  onChange,
}: {
  organisation: string;
  value: Ground;
  onChange: (ground: Ground) => void;
}) {
  const { t } = useTranslation('documents');
  return (
    <section className="fields">
      <p className="quiet">{t('ground.why', { organisation })}</p>
      <Choice
        label={t('ground.basis')}
        options={(['law', 'consent'] as const).map((id) => ({ id, label: t(`ground.bases.${id}`) }))}
        value={value.basis}
        onChange={(id) => onChange({ ...value, basis: id as Ground['basis'], ground: '' })}
      />
      <TextField
        label={t(value.basis === 'law' ? 'ground.law' : 'ground.wording')}
        value={value.ground}
        onChange={(ground) => onChange({ ...value, ground })}
        maxLength={1000}
      />
      {value.basis === 'consent' ? (
        <Select
          label={t('ground.how')}
          options={ways.map((id) => ({ id, label: t(`ground.ways.${id}`) }))}
          value={value.givenHow}
          onChange={(id) => onChange({ ...value, givenHow: id as GivenHow })}
        />
      ) : null}
    </section>
  );
}
