import { useTranslation } from 'react-i18next';
import type { OrderTrial } from '../../../shared/api/queues.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';

const groups = ['all', 'appointment', 'need', 'chain', 'others'] as const;

/** Waits as they were and as they would have been, by who waited. */
export function TrialTable({ trial }: { trial: OrderTrial }) {
  const { t } = useTranslation('queues');
  const { date } = useTimes();
  if (trial.before.all.visitors === 0) return <p>{t('trial.nobody', { day: date(trial.day) })}</p>;
  return (
    <>
      <p>
        {t('trial.visitors', { day: date(trial.day), count: trial.before.all.visitors })}{' '}
        <strong>{trial.moved === 0 ? t('trial.movedNone') : t('trial.moved', { count: trial.moved })}</strong>
      </p>
      <table className="admin-table queues-trial-table" aria-label={t('trial.table')}>
        <thead>
          <tr>
            <th scope="col">{t('trial.group')}</th>
            <th scope="col">{t('trial.count')}</th>
            <th scope="col">{t('trial.median')}</th>
            <th scope="col">{t('trial.longest')}</th>
          </tr>
        </thead>
        <tbody>
          {groups
            .filter((group) => trial.before[group].visitors > 0)
            .map((group) => (
              <tr key={group} className="admin-row">
                <th scope="row">{t(`trial.groups.${group}`)}</th>
                <td data-label={t('trial.count')}>{trial.before[group].visitors}</td>
                <td data-label={t('trial.median')}>
                  <Change was={trial.before[group].median} is={trial.after[group].median} />
                </td>
                <td data-label={t('trial.longest')}>
                  <Change was={trial.before[group].longest} is={trial.after[group].longest} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}

function Change({ was, is }: { was: number | null; is: number | null }) {
  const { t } = useTranslation('queues');
  const { duration } = useTimes();
  if (was === null || is === null) return t('trial.none');
  if (was === is) return <span className="quiet">{t('trial.same', { wait: duration(was) })}</span>;
  return (
    <strong className={is < was ? 'good' : 'warn'}>
      {t(is < was ? 'trial.less' : 'trial.more', { was: duration(was), is: duration(is) })}
    </strong>
  );
}
