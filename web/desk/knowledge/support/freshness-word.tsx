import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SupportActor } from '../../../shared/api/support.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';

const looks = { fresh: ['quiet', CircleCheck], due: ['wait', Clock], stale: ['bad', TriangleAlert] } as const;

/** When it was last looked over, and whether that is long ago: in a word, a sign and a colour. */
export function FreshnessWord({ of: { freshness, checkedOn } }: { of: Pick<SupportActor, 'freshness' | 'checkedOn'> }) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  const [tone, icon] = looks[freshness];
  return (
    <StatusWord tone={tone} icon={icon}>
      {t(`freshness.${freshness}`, { day: dayIn(checkedOn, locale) })}
    </StatusWord>
  );
}
