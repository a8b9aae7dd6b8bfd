import { useTranslation } from 'react-i18next';
import type { MatterIdentity } from '../../../server/modules/matters/claims/schema.ts';
import { Tap } from '../../shared/ui/taps.tsx';

type Reach = NonNullable<MatterIdentity['claims'][number]['reach']>;
export type Carried = 'email' | 'phone' | 'address';
const parts: readonly Carried[] = ['email', 'phone', 'address'];

/** How the claimant is reached beside what was told in the matter: each goes along only when it is chosen, and none is at first. */
export function ClaimReach({
  reach,
  carried,
  onChange,
}: {
  reach: Reach;
  carried: readonly Carried[];
  onChange: (carried: Carried[]) => void;
}) {
  const { t } = useTranslation('identity');
  const differing = parts.filter((part) => reach.told[part] && reach.told[part] !== reach.now[part]);
  if (differing.length === 0) return null;
  return (
    <fieldset className="claim-reach">
      <legend>{t('claim.reach.title')}</legend>
      <p className="quiet small">{t('claim.reach.what')}</p>
      {differing.map((part) => (
        <div key={part} className="claim-part">
          <b>{t(`claim.reach.${part}`)}</b>
          <span>
            {t('claim.reach.now')}: {reach.now[part] ?? t('claim.reach.none')}
          </span>
          <span>
            {t('claim.reach.told')}: {reach.told[part]}
          </span>
          <Tap
            value={part}
            isSelected={carried.includes(part)}
            onChange={(isChosen) => onChange(parts.filter((one) => (one === part ? isChosen : carried.includes(one))))}
          >
            {t('claim.reach.carry', { value: reach.told[part] })}
          </Tap>
        </div>
      ))}
    </fieldset>
  );
}
