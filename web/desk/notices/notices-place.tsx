import '../list/list.css';
import './notices.css';
import { Link, useSearch } from '@tanstack/react-router';
import { Check, Printer, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NoticeChange, NoticeList } from '../../../server/modules/matters/noticing/schema.ts';
import { markNotice, type NoticeView } from '../../shared/api/notices.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { useNotices } from './queries.ts';
import { useNews } from './use-notice-words.ts';

export const noticeViews = ['paper', 'collect', 'given-up', 'slips'] as const satisfies readonly NoticeView[];

type Row = NoticeList['rows'][number];

/** What customers are to be told and does not leave by itself: paper to print, what waits at a point, what did not get through. */
export function NoticesPlace() {
  const { t } = useTranslation('notices');
  const { view } = useSearch({ from: '/notices' });
  return (
    <main className="notices" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      <Views view={view} />
      <Rows view={view} />
    </main>
  );
}

function Views({ view }: { view: NoticeView }) {
  const { t } = useTranslation('notices');
  const counts = useNotices(view).data?.counts;
  return (
    <nav className="tabs" aria-label={t('title')}>
      {noticeViews.map((one) => (
        <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`views.${one}`)} {counts ? <span className="count">{counts[one]}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function Rows({ view }: { view: NoticeView }) {
  const { t } = useTranslation('notices');
  const found = useNotices(view);
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} />;
  if (found.data.rows.length === 0)
    return <EmptyState title={t(`empty.${view}`)}>{t(view === 'slips' ? 'emptySlips' : 'emptyHint')}</EmptyState>;
  return (
    <>
      <p className="quiet hint">{t(`hint.${view}`)}</p>
      <ul className="notice-lines">
        {found.data.rows.map((row) => (
          <Line key={row.id} row={row} view={view} />
        ))}
      </ul>
    </>
  );
}

function Line({ row, view }: { row: Row; view: NoticeView }) {
  const { t } = useTranslation('notices');
  const news = useNews();
  const who = row.customerName || t('nameless');
  const what = view === 'slips' ? t('slipLocked') : news(row);
  return (
    <li className="notice-line" aria-label={`${who}: ${what}`}>
      <p className="notice-words">
        <strong>{who}</strong>
        <span className="news">{what}</span>
        <span className="quiet">
          <Link to="/matters/$matterId" params={{ matterId: row.matterId }} search={{ view: 'unit' }}>
            {t('matter', { number: sayMatterNumber(row.number) })}
          </Link>{' '}
          · {t(view === 'slips' ? 'made' : 'waits')} <Time at={row.createdAt} />
        </span>
      </p>
      {view === 'slips' ? <ToMatter row={row} /> : <Commands row={row} view={view} />}
    </li>
  );
}

/** The new slip is given where the matter is. */
function ToMatter({ row }: { row: Row }) {
  const { t } = useTranslation('notices');
  return (
    <p className="notice-commands">
      <Link
        className={buttonClass({ size: 'small' })}
        to="/matters/$matterId"
        params={{ matterId: row.matterId }}
        search={{ view: 'unit' }}
      >
        {t('toMatter')}
      </Link>
    </p>
  );
}

function Commands({ row, view }: { row: Row; view: NoticeView }) {
  const { t } = useTranslation('notices');
  const { run, isRunning } = useDeed([keys.notices]);
  const mark = async (state: NoticeChange['state']) => {
    if (await run(() => markNotice(row.id, state))) showToast({ text: t(`done.${state}`), tone: 'good' });
  };
  return (
    <p className="notice-commands">
      <a className={buttonClass({ kind: 'plain', size: 'small' })} href={`/print/notices/${row.id}`} target="_blank" rel="noreferrer">
        <Icon of={Printer} /> {t('open')} <span className="heard">({t('opensTab')})</span>
      </a>
      {view === 'paper' ? (
        <Button size="small" icon={Check} isDisabled={isRunning} onPress={() => void mark('printed')}>
          {t('printed')}
        </Button>
      ) : (
        <Button size="small" icon={Check} isDisabled={isRunning} onPress={() => void mark('collected')}>
          {t('collected')}
        </Button>
      )}
      {view === 'given-up' ? (
        <Button size="small" icon={RotateCcw} isDisabled={isRunning} onPress={() => void mark('waiting')}>
          {t('again')}
        </Button>
      ) : null}
    </p>
  );
}
