import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { mappingsOfMatter } from '../../shared/api/mappings.ts';
import { Time } from '../../shared/ui/time.tsx';
import { keys } from '../queries.ts';
import { MappingState } from './mapping-state.tsx';

/** The matter's mappings beside it: who was heard and when, and the written picture behind each. */
export function MappingSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('mapping');
  const found = useQuery({
    queryKey: [...keys.mappings, 'of', page.id],
    queryFn: () => mappingsOfMatter(page.id),
    enabled: page.may.write,
  });
  const mappings = found.data?.mappings ?? [];
  if (mappings.length === 0) return null;
  return (
    <section className="section" aria-labelledby="mappings">
      <div className="section-head">
        <h2 id="mappings">{t('section')}</h2>
      </div>
      <ul className="lines">
        {mappings.map((one) => (
          <li key={one.id}>
            <Link className="name" to="/mappings/$mappingId" params={{ mappingId: one.id }}>
              <Time at={one.startedAt} look="date" />
            </Link>
            <span className="push">
              <MappingState state={one.state} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
