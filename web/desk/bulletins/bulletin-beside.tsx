import './bulletins.css';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { BulletinArticle } from './bulletin-article.tsx';
import { useBulletin } from './queries.ts';

/** A notice that the search found, whole beside the work. */
export function BulletinBeside({ id }: { id: string }) {
  const { data, error, refetch } = useBulletin(id);
  return (
    <div className="beside-part">
      {data ? <BulletinArticle bulletin={data} heading="h3" /> : null}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={4} /> : null}
    </div>
  );
}
