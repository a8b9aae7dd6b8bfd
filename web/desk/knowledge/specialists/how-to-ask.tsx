import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SpecialistRow } from '../../../shared/api/specialists.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { AskButton } from './ask-button.tsx';

/** The ways to ask, the one that works now first in sight. */
export function HowToAsk({ of }: { of: SpecialistRow }) {
  const { t } = useTranslation('specialists');
  const calls = of.askedBy.includes('call');
  return (
    <span className="how-to-ask">
      {calls ? (
        <span className="phone-now">
          <a href={`tel:${of.phone.replace(/[^\d+]/g, '')}`}>{of.phone}</a>
          {of.now.answersPhone ? (
            <StatusWord tone="good" icon={Phone}>
              {t('answersNow')}
            </StatusWord>
          ) : null}
        </span>
      ) : null}
      <AskButton of={of} />
    </span>
  );
}
