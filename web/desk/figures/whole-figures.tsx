import { useTranslation } from 'react-i18next';
import type { Figures } from '../../shared/api/figures.ts';
import { Fact } from './fact.tsx';
import { useFigureWords } from './use-figure-words.ts';

/** What it was for a visitor from the door to the door, and what each step of a visit was. */
export function WholeFigures({ figures: { visitors, steps, targetMinutes } }: { figures: Figures }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const p90 = (spread: typeof visitors.wait) => t('p90', { time: words.seconds(spread?.p90) });
  return (
    <>
      <section aria-labelledby="figures-visitors">
        <h2 id="figures-visitors">{t('perVisitor')}</h2>
        <dl className="figures-facts">
          <Fact name={t('visits')} value={words.count(visitors.visits)} />
          <Fact name={t('waitMedian')} value={words.seconds(visitors.wait?.median)} more={p90(visitors.wait)} />
          <Fact name={t('whole')} value={words.seconds(visitors.whole?.median)} more={p90(visitors.whole)} />
          <Fact name={t('stepsPerVisit')} value={words.number(visitors.steps)} />
          <Fact name={t('abandoned')} value={words.share(visitors.abandoned)} />
          <Fact name={t('noShow')} value={words.share(visitors.noShow)} />
        </dl>
      </section>
      <section aria-labelledby="figures-steps">
        <h2 id="figures-steps">{t('perStep')}</h2>
        <dl className="figures-facts">
          <Fact name={t('steps')} value={words.count(steps.steps)} />
          <Fact name={t('waitMedian')} value={words.seconds(steps.wait?.median)} more={p90(steps.wait)} />
          <Fact name={t('waitLongest')} value={words.seconds(steps.wait?.longest)} />
          <Fact name={t('within', { minutes: t('minutes', { n: targetMinutes }) })} value={words.share(steps.within)} />
          <Fact name={t('service')} value={words.seconds(steps.service?.median)} more={p90(steps.service)} />
        </dl>
      </section>
    </>
  );
}
