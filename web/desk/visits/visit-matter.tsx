import { Link } from '@tanstack/react-router';
import { FilePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { joinMatter, type VisitPage } from '../../shared/api/visits.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { MatterFinder } from './matter-finder.tsx';

/** Which matter the visit is about: the visit is a step of it. `isJoined`: this part of the visit is already its contact. */
export function VisitMatter({ visit, isJoined }: { visit: VisitPage; isJoined: boolean }) {
  const { t } = useTranslation('visits');
  const { run, isRunning } = useDeed([keys.visits, keys.matters]);
  const { matter } = visit;
  const join = (matterId: string) => void run(() => joinMatter(visit.id, matterId));
  return (
    <section className="section" aria-labelledby="visit-matter">
      <h2 id="visit-matter">{t('matter.title')}</h2>
      {matter ? (
        <p className="visit-matter">
          <Link to="/matters/$matterId" params={{ matterId: matter.id }} search={{ view: 'mine' }}>
            {matter.title}
          </Link>{' '}
          <span className="quiet">{sayMatterNumber(matter.number)}</span>
          {isJoined ? null : (
            <Button size="small" isPending={isRunning} onPress={() => join(matter.id)}>
              {t('matter.joinHere')}
            </Button>
          )}
        </p>
      ) : (
        <>
          <MatterFinder onPick={({ id }) => join(id)} />
          <Link className={buttonClass({})} to="/matters/new" search={{ view: 'mine', visit: visit.id }}>
            <Icon of={FilePlus} />
            {t('matter.open')}
          </Link>
        </>
      )}
    </section>
  );
}
