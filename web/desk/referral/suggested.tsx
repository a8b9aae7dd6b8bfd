import { Check, TriangleAlert } from 'lucide-react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { Suggestions } from '../../shared/api/support.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useNames } from '../session.tsx';

type SuggestedProps = { suggestions: Suggestions; value: string | null; onChange: (actorId: string) => void };

/** Who could help, the fittest first, each with why; those who answer to nothing that was ticked stay within reach. */
export function Suggested({ suggestions: { suggested, others }, value, onChange }: SuggestedProps) {
  const { t } = useTranslation('support');
  const isOther = others.some(({ id }) => id === value);
  return (
    <RadioGroup className="field suggested" value={value} onChange={onChange}>
      <Label className="field-label">{t('referral.who')}</Label>
      {suggested.map((one) => (
        <Radio key={one.actor.id} value={one.actor.id} className="actor-choice">
          <Line actor={one.actor} fits={one.fits} reasons={one.reasons} against={one.against} />
        </Radio>
      ))}
      {suggested.length === 0 ? <p className="quiet">{t('referral.nobody')}</p> : null}
      {others.length > 0 ? (
        <details className="referral-more" open={suggested.length === 0 || isOther}>
          <summary>{t('referral.others', { count: others.length })}</summary>
          {others.map((actor) => (
            <Radio key={actor.id} value={actor.id} className="actor-choice">
              <Line actor={actor} fits={[]} reasons={[]} against={actor.freshness === 'stale' ? ['stale'] : []} />
            </Radio>
          ))}
        </details>
      ) : null}
    </RadioGroup>
  );
}

type LineProps = Suggestions['suggested'][number];

function Line({ actor, fits, reasons, against }: LineProps) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  const names = useNames();
  const { name, helpsWith, where } = actor.texts[locale];
  const why = [...fits.map((key) => names.item('digitalReferralCriteria', key)), ...reasons.map((reason) => t(`reasons.${reason}`))];
  return (
    <span className="actor-line">
      <strong>{name}</strong>
      <span>{helpsWith}</span>
      <span className="quiet">{where}</span>
      {why.length > 0 ? (
        <span className="why good">
          <Icon of={Check} /> {why.join(' · ')}
        </span>
      ) : null}
      {against.length > 0 ? (
        <span className="why warn">
          <Icon of={TriangleAlert} /> {against.map((each) => t(`against.${each}`)).join(' · ')}
        </span>
      ) : null}
    </span>
  );
}
