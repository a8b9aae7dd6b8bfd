import './requests.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../server/modules/matters/requests/schema.ts';
import { Keys } from '../../shared/keys/shortcut-list.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { NewToday } from '../bulletins/new-today.tsx';
import { useRequests } from '../queries.ts';
import { useSendsOn, useSession } from '../session.tsx';

/** No question is open: what waits for an answer, the one due first within reach. Opening is left to the reader, for it is logged. */
export function RequestsWelcome() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  return (
    <>
      <title>{`${t('requests.title')} · Polku`}</title>
      <section className="pane pane-main" id="main" tabIndex={-1}>
        <div className="pane-body welcome">
          <h1>{t('welcome.title', { name: me.name.split(' ')[0] })}</h1>
          <Path label={t('welcome.path')} steps={useDay()} />
          <NewToday />
        </div>
      </section>
      <section className="pane pane-side aside" aria-label={t('aside.label')}>
        <div className="pane-body">
          <section className="section">
            <h2>{t('requests.choose')}</h2>
            <p className="quiet">{t('requests.chooseHint')}</p>
          </section>
          <section className="section" aria-labelledby="keys">
            <div className="section-head">
              <h2 id="keys">{t('welcome.keys')}</h2>
            </div>
            <Keys shortcuts={useMainKeys()} />
          </section>
        </div>
      </section>
    </>
  );
}

function useDay(): PathStep[] {
  const { t } = useTranslation('desk');
  const mine = useRequests('mine').data;
  const unit = useRequests('unit').data;
  const isOpen = (row: RequestRow) => row.state === 'open' || row.state === 'answer-below';
  const own = mine?.rows.find(isOpen);
  const free = unit?.rows.find((row) => isOpen(row) && row.toPersonName === null);
  const counts = mine?.counts ?? { mine: 0, unit: 0, below: 0 };
  return [
    { id: 'in', state: 'done', title: t('welcome.signedIn') },
    {
      id: 'mine',
      state: own ? 'now' : 'done',
      title: own ? t('requests.day.mine', { count: counts.mine }) : t('requests.empty.mine'),
      body: own ? <First row={own} view="mine" /> : undefined,
    },
    {
      id: 'unit',
      state: own ? 'next' : 'now',
      title: t('requests.day.unit', { count: counts.unit }),
      body: free ? <First row={free} view="unit" /> : undefined,
    },
    ...(counts.below > 0 ? [{ id: 'below', state: 'next', title: t('requests.day.below', { count: counts.below }) } as const] : []),
  ];
}

function First({ row, view }: { row: RequestRow; view: 'mine' | 'unit' }) {
  const { t } = useTranslation('desk');
  const { dateTime } = useTimes();
  return (
    <>
      <p className="quiet">{t('requests.day.first', { title: row.title, at: dateTime(row.dueAt) })}</p>
      <Link
        className={`${buttonClass({ size: 'small' })} open-first`}
        to="/requests/$requestId"
        params={{ requestId: row.id }}
        search={{ view }}
      >
        {t('requests.day.open')}
      </Link>
    </>
  );
}

function useMainKeys() {
  const { t } = useTranslation('desk');
  const sendsOn = useSendsOn();
  return [
    { keys: '/', label: t('keys.search') },
    { keys: 'j', label: t('keys.next') },
    { keys: 'k', label: t('keys.previous') },
    { keys: 'r', label: t('requests.do.answered') },
    { keys: 't', label: t('requests.do.asked-back') },
    ...(sendsOn ? [{ keys: 'y', label: t('requests.do.forwarded') }] : []),
    { keys: 'b', label: t('requests.do.returned') },
    { keys: 'h', label: t('requests.release') },
    { keys: '?', label: t('keys.all') },
  ];
}
