import { CalendarPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../shared/api/meetings.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { epochOf } from '../../../shared/ui/time-format.ts';
import { useNow } from '../../../shared/ui/use-now.ts';

const BookingPanel = lazy(async () => ({ default: (await import('../book/booking-panel.tsx')).BookingPanel }));

/** For a customer on the telephone or at the counter, while there is room: a course is joined before its first meeting. */
export function BookPlace({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('booked');
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const { id, serviceId, seriesId, position, startsAt, taken, capacity, cancelled } = meeting;
  const isToCome = epochOf(startsAt) > now && (seriesId === null || position === 0);
  if (cancelled || taken >= capacity || !isToCome) return null;
  const seat = seriesId ? ({ kind: 'course', id: seriesId } as const) : ({ kind: 'meeting', id } as const);
  return (
    <p>
      <Button icon={CalendarPlus} onPress={() => setOpen(true)}>
        {t('seats.book')}
      </Button>
      {isOpen ? (
        <Suspense>
          <BookingPanel page={null} place={{ serviceId, seat }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </p>
  );
}
