import { useTranslation } from 'react-i18next';
import type { SupportActor } from '../../../shared/api/support.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { useNames } from '../../session.tsx';
import { useHoursLine, useLanguageWords } from '../specialists/use-specialist-words.ts';

/** What one actor gives and how it is reached, the same on the list, beside a search and in a referral. */
export function ActorFacts({ actor }: { actor: SupportActor }) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  const names = useNames();
  const language = useLanguageWords();
  const hours = useHoursLine();
  const text = actor.texts[locale];
  const place = actor.placeNames?.[locale] ?? actor.placeNames?.fi;
  const lines: [string, string][] = [
    [t('where'), [text.where, ...actor.ways.filter((way) => way !== 'at-place').map((way) => t(`ways.${way}`))].join(' · ')],
    [t('when'), actor.opening ? hours(actor.opening) : ''],
    [t('how'), text.how],
    [t('reach'), [actor.phone, actor.email].filter(Boolean).join(' · ')],
    [t('languages'), actor.languages.map(language.word).join(', ')],
    [t('kinds'), actor.supportKinds.map((key) => names.item('digitalSupportKinds', key)).join(', ')],
    [t('answersTo'), actor.answersTo.map((key) => names.item('digitalReferralCriteria', key)).join(', ')],
    [t('price'), text.price || (actor.isFree ? t('free') : '')],
    [t('accessibility'), text.accessibility ?? ''],
    [t('place'), place ?? ''],
  ];
  return (
    <dl className="actor-facts">
      {lines.map(([name, words]) =>
        words ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
