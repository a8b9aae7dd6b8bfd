import './support.css';
import { useTranslation } from 'react-i18next';
import { PublicPage } from '../public-page.tsx';
import { ActorFacts } from './actor-facts.tsx';
import { FreshnessWord } from './freshness-word.tsx';
import { useActor } from './queries.ts';

/** A digital support actor that the search found. */
export function SupportBeside({ id }: { id: string }) {
  const { t } = useTranslation('support');
  const { data } = useActor(id);
  if (!data) return null;
  return (
    <section className="beside-part">
      <ActorFacts actor={data} />
      <p>
        <FreshnessWord of={data} />
      </p>
      <p>
        <PublicPage address={`/digital-support/${id}`} name={t('publicPage')} />
      </p>
    </section>
  );
}
