import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/api/cards.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { dayIn } from '../../shared/ui/day-text.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useNames } from '../session.tsx';

/** What each level of advice takes of an agreement. */
const tasks: Record<string, string> = { inform: 'inform', guide: 'guide', 'help-fill': 'help-fill', receive: 'receive' };

/** Whose service, how far one may go here, and what is not as it should be. */
export function CardFacts({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  const names = useNames();
  const locale = useLocale();
  if (!card.content) return null;
  const { adviceLevel } = card.content;
  const task = tasks[adviceLevel];
  const isBeyond = task !== undefined && card.permitted !== null && !card.permitted.includes(task);
  return (
    <p className="card-facts">
      {card.organisationId ? <span>{names.organisation(card.organisationId)}</span> : null}
      <StatusWord tone={adviceLevel === 'authority-only' ? 'warn' : 'brand'}>{t(`levels.${adviceLevel}`)}</StatusWord>
      {isBeyond ? (
        <StatusWord tone="warn" icon={TriangleAlert}>
          {t('pane.beyond')}
        </StatusWord>
      ) : null}
      {card.isStale ? (
        <StatusWord tone="warn" icon={TriangleAlert}>
          {t('state.stale', { date: dayIn(card.reviewOn, locale) })}
        </StatusWord>
      ) : null}
      {card.coming ? (
        <StatusWord tone="wait" icon={CalendarClock}>
          {t('state.coming', { date: dayIn(card.coming.publishOn, locale) })} {card.coming.changeNote}
        </StatusWord>
      ) : null}
      {card.retiredAt ? <StatusWord tone="quiet">{t('state.retired')}</StatusWord> : null}
    </p>
  );
}
