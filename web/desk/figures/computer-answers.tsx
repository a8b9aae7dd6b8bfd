import './computer-answers.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readComputerAnswers } from '../../shared/api/disturbances.ts';
import type { FigurePeriod } from '../../shared/api/figures.ts';
import { useFigureWords } from './use-figure-words.ts';

const answers = ['yes', 'partly', 'no'] as const;

/** How visitors left the self-service computers: of the whole point, and their own words apart from any time. */
export function ComputerAnswersSection({ pointId, days }: { pointId: string; days: FigurePeriod }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const { data } = useQuery({
    queryKey: ['figures', 'computers', pointId, days.from, days.until],
    queryFn: () => readComputerAnswers(pointId, days),
  });
  if (!data || data.sittings === 0) return null;
  return (
    <section className="computer-answers" aria-labelledby="figures-computers">
      <h2 id="figures-computers">{t('computers.title')}</h2>
      <dl className="figures-facts">
        <Fact name={t('computers.sittings')} value={words.count(data.sittings)} />
        <Fact name={t('computers.helped')} value={words.count(data.helped)} />
        {answers.map((answer) => (
          <Fact key={answer} name={t(`computers.${answer}`)} value={words.count(data.answers?.[answer] ?? null)} />
        ))}
      </dl>
      {data.words.length > 0 ? (
        <>
          <h3>{t('computers.words')}</h3>
          <ul>
            {data.words.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
    </div>
  );
}
