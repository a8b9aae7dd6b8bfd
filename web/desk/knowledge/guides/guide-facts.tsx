import { CalendarClock, CalendarX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useNames } from '../../session.tsx';

/** What kind of a guide, whose word, how long it holds, and what is not as it should be. */
export function GuideFacts({ guide }: { guide: Guide }) {
  const { t } = useTranslation('guides');
  const names = useNames();
  const locale = useLocale();
  const { content, isEnded, isStale, coming, retiredAt, publishedNumber } = guide;
  if (!content) return <p className="card-facts quiet">{t('facts.notPublished')}</p>;
  const { kind, issuerId, organisationId, validUntil } = content;
  return (
    <p className="card-facts">
      <span>{t(`kind.${kind}`)}</span>
      {organisationId ? <span>{t('facts.about', { name: names.organisation(organisationId) })}</span> : null}
      <span>{t('facts.issuer', { name: names.organisation(issuerId ?? guide.ownerOrganisationId) })}</span>
      {publishedNumber === null ? null : <span className="quiet">{t('facts.version', { number: publishedNumber })}</span>}
      {isEnded && validUntil ? (
        <StatusWord tone="bad" icon={CalendarX}>
          {t('facts.ended', { day: dayIn(validUntil, locale) })}
        </StatusWord>
      ) : null}
      {!isEnded && validUntil ? <span>{t('facts.until', { day: dayIn(validUntil, locale) })}</span> : null}
      {isStale ? (
        <StatusWord tone="warn" icon={TriangleAlert}>
          {t('facts.stale', { day: dayIn(guide.reviewOn, locale) })}
        </StatusWord>
      ) : null}
      {coming ? (
        <StatusWord tone="wait" icon={CalendarClock}>
          {t('facts.coming', { day: dayIn(coming.validFrom, locale) })} {coming.changeNote}
        </StatusWord>
      ) : null}
      {retiredAt ? <StatusWord tone="quiet">{t('facts.retired')}</StatusWord> : null}
    </p>
  );
}
