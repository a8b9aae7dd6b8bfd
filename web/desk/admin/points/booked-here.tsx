import { Link } from '@tanstack/react-router';
import { Mail, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToldOfAddress } from '../../../shared/api/booking-setup.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';

type BookedHereProps = {
  pointId: string;
  /** So many are booked at times that the point has no more. */
  adrift: number;
  /** Whom a saved address is told; null: none has been. */
  told: ToldOfAddress | null;
};

/** What the point's hours, days and address leave to do with those who are booked here. In sight when saving has brought it. */
export function BookedHere({ pointId, adrift, told }: BookedHereProps) {
  const notes = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (adrift > 0 || told) notes.current?.scrollIntoView({ block: 'nearest' });
  }, [adrift, told]);
  return (
    <div role="status" className="admin-followed" ref={notes}>
      {adrift > 0 ? <MustMove pointId={pointId} count={adrift} /> : null}
      {told ? <NewAddress told={told} /> : null}
    </div>
  );
}

function MustMove({ pointId, count }: { pointId: string; count: number }) {
  const { t } = useTranslation('admin');
  return (
    <div className="admin-note warn">
      <Icon of={TriangleAlert} />
      <p>
        <strong>{t('points.mustMove', { count })}</strong> {t('points.staysBooked')}{' '}
        <Link to="/admin/$section/$itemId" params={{ section: 'booking', itemId: 'moves' }} search={{ open: pointId }}>
          {t('points.toMoves')}
        </Link>
      </p>
    </div>
  );
}

function NewAddress({ told: { letters, unreached } }: { told: ToldOfAddress }) {
  const { t } = useTranslation('admin');
  const { dateTime } = useTimes();
  return (
    <div className={unreached.length > 0 ? 'admin-note warn' : 'admin-note'}>
      <Icon of={unreached.length > 0 ? TriangleAlert : Mail} />
      <p>
        {letters > 0 ? t('points.letters', { count: letters }) : null}{' '}
        {unreached.length > 0 ? t('points.call', { times: unreached.map(({ startsAt }) => dateTime(startsAt)).join(', ') }) : null}
      </p>
    </div>
  );
}
