import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { takeIn } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** Linked matters, and those that look like the same. Nothing is joined by itself. */
export function RelatedSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  if (page.linked.length + page.duplicates.length === 0) return null;
  const merge = async (otherId: string) => {
    if (await run(() => takeIn(page.id, otherId))) showToast({ text: t('join.merged') });
  };
  return (
    <section className="section" aria-labelledby="related">
      <div className="section-head">
        <h2 id="related">{t('related.title')}</h2>
      </div>
      <ul className="lines">
        {page.linked.map((other) => (
          <li key={other.id}>
            <Other id={other.id} title={other.title} />
            <span className="push quiet small">{t('related.linked')}</span>
          </li>
        ))}
        {page.duplicates.map((other) => (
          <li key={other.id}>
            <Other id={other.id} title={other.title} />
            <span className="quiet small">
              <Time at={other.openedAt} look="date" />
            </span>
            {page.may.merge ? (
              <Button size="small" push isPending={isRunning} onPress={() => void merge(other.id)}>
                {t('join.merge')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {page.duplicates.length > 0 ? <p className="quiet small">{t('related.maybeSame')}</p> : null}
    </section>
  );
}

function Other({ id, title }: { id: string; title: string }) {
  return (
    <Link className="name" to="/matters/$matterId" params={{ matterId: id }} search={{ view: 'mine' }}>
      {title}
    </Link>
  );
}
