import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listMissed, seeMissed } from '../../../shared/api/meetings.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useDeed } from '../../use-deed.ts';
import { missedKey } from './keys.ts';

/** Who did not come of those whom one's own organisation asked to. */
export function MissedSection() {
  const { t } = useTranslation('meetings');
  const locale = useLocale();
  const { date } = useTimes();
  const found = useQuery({ queryKey: missedKey, queryFn: listMissed });
  const deed = useDeed([missedKey]);
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className="meeting-missed" aria-labelledby="missed">
      <h2 id="missed">{t('missed.title')}</h2>
      <p className="quiet">{t('missed.hint')}</p>
      <ul>
        {found.data.map(({ id, customer, name, startsAt }) => {
          const line = t('missed.line', { customer, meeting: name[locale], when: date(startsAt) });
          return (
            <li key={id}>
              <span>{line}</span>
              <Button
                size="small"
                aria-label={`${t('missed.seen')}: ${line}`}
                isDisabled={deed.isRunning}
                onPress={() => void deed.run(() => seeMissed(id))}
              >
                {t('missed.seen')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
