import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { useMatter } from '../../queries.ts';
import { BookingPanel } from './booking-panel.tsx';

/** At the end of a visit, in one tap: the next time, with another authority too, for whom the matter knows. */
export function FollowUp({ matterId }: { matterId: string | null }) {
  const { t } = useTranslation('booked');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button icon={CalendarPlus} onPress={() => setOpen(true)}>
        {t(matterId ? 'bookAgain' : 'book')}
      </Button>
      {isOpen && matterId ? <OfMatter matterId={matterId} onClose={close} /> : null}
      {isOpen && !matterId ? <BookingPanel page={null} onClose={close} /> : null}
    </>
  );
}

function OfMatter({ matterId, onClose }: { matterId: string; onClose: () => void }) {
  const matter = useMatter(matterId);
  // Without the matter nothing is known, and it can be booked all the same.
  if (!matter.data && !matter.error) return null;
  return <BookingPanel page={matter.data ?? null} onClose={onClose} />;
}
