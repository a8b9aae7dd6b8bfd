import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countDataRequests } from '../../shared/api/data-requests.ts';
import { keys } from '../queries.ts';
import { answersForData, useSession } from '../session.tsx';

/** The reminder of those who answer for an organisation's records: it stands here while a data request is due in days, or late. */
export function DataRequestsLink() {
  const { t } = useTranslation('rights');
  const { me } = useSession();
  const mayAnswer = answersForData(me);
  const counts = useQuery({ queryKey: [...keys.dataRequests, 'counts'], queryFn: countDataRequests, enabled: mayAnswer }).data;
  const { dueSoon = 0, late = 0 } = counts ?? {};
  if (!mayAnswer || dueSoon + late === 0) return null;
  const words = [late > 0 ? t('lateCount', { count: late }) : '', dueSoon > 0 ? t('soon', { count: dueSoon }) : ''].filter(Boolean);
  return (
    <li>
      <Link to="/data-requests" search={{ view: 'open' }} activeOptions={{ includeSearch: false }} title={words.join(', ')}>
        {t('menu')} <span className="count">{late + dueSoon}</span>
        <span className="heard">: {words.join(', ')}</span>
      </Link>
    </li>
  );
}
