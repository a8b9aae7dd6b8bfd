import './documents.css';
import { useTranslation } from 'react-i18next';
import type { DocumentRow } from '../../../server/modules/matters/documents/schema.ts';
import { Tap } from '../../shared/ui/taps.tsx';
import { useNames } from '../session.tsx';
import { useMatterDocuments } from './queries.ts';
import { StateWord } from './state-word.tsx';

/** Papers that a matter may not be closed over unseen: still with us or on a way, or to come back from an authority. As the server has it. */
export function usePapersLeft(matterId: string): DocumentRow[] {
  const rows = useMatterDocuments(matterId).data?.rows ?? [];
  return rows.filter(({ state, returnBy }) => unfinished.includes(state) || (state === 'with-authority' && returnBy !== null));
}

const unfinished: DocumentRow['state'][] = ['here', 'on-way', 'coming-back', 'to-keeper'];

type Staying = { papers: readonly DocumentRow[]; isStaying: boolean; onChange: (stay: boolean) => void };

/** What lies where, before the matter is closed over it; it is closed only when somebody says that it stays. */
export function PapersLeft({ papers, isStaying, onChange }: Staying) {
  const { t } = useTranslation('desk');
  const names = useNames();
  if (papers.length === 0) return null;
  const whereOf = ({ pointId, place }: DocumentRow) => [names.point(pointId), place].filter(Boolean).join(', ');
  return (
    <section className="papers-left" aria-labelledby="papers-left">
      <h2 id="papers-left">{t('closing.papers')}</h2>
      <p>{t('closing.papersWhat')}</p>
      <ul className="lines">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span>
              {paper.title} <span className="quiet small">{whereOf(paper)}</span>
            </span>
            <span className="push">
              <StateWord document={paper} />
            </span>
          </li>
        ))}
      </ul>
      <Tap value="stay" isSelected={isStaying} onChange={onChange}>
        {t('closing.papersStay')}
      </Tap>
    </section>
  );
}
