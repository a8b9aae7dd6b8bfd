import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { dayIn } from '../../shared/ui/day-text.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useBulletinsOf } from './queries.ts';

/** What is new or about to change in the service of a card, with its date. Nothing where there is nothing. */
export function BulletinsOfService({ serviceId }: { serviceId: string }) {
  const { t } = useTranslation('bulletins');
  const locale = useLocale();
  const { data } = useBulletinsOf(serviceId);
  if (!data || data.length === 0) return null;
  return (
    <ul className="service-news" aria-label={t('many')}>
      {data.map(({ id, texts, inForceOn, publishedOn }) => (
        <li key={id}>
          <details>
            <summary>
              <StatusWord tone="warn" icon={Megaphone}>
                {texts[locale].title} · {inForceOn ? t('inForce', { day: dayIn(inForceOn, locale) }) : dayIn(publishedOn, locale)}
              </StatusWord>
            </summary>
            <p>{texts[locale].body}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
