import { CalendarPlus, Plus, Signpost } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../server/modules/matters/messages/schema.ts';
import type { Step } from '../../../server/modules/matters/path/schema.ts';
import type { SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Path } from '../../shared/ui/path.tsx';
import { BookedTimes } from '../appointments/book/booked-times.tsx';
import { StepPanel } from './step-panel.tsx';
import { timelineOf } from './timeline.ts';
import { useAtTheEnd } from './use-at-the-end.ts';
import { usePathSteps } from './use-path-steps.tsx';

// Taken seldom: not in what every page waits for.
const TakePackagePanel = lazy(() => import('../packages/take-package-panel.tsx').then((file) => ({ default: file.TakePackagePanel })));

const BookingPanel = lazy(() => import('../appointments/book/booking-panel.tsx').then((file) => ({ default: file.BookingPanel })));

type MatterPathProps = { page: MatterPage; onTell: (request: SupportRequest) => void; onUndone: (message: Message) => void };

/** Everything that happened in every channel, where the matter is now, and what comes next. */
export function MatterPath({ page, onTell, onUndone }: MatterPathProps) {
  const { t } = useTranslation('desk');
  const { t: words } = useTranslation('packages');
  const [edited, setEdited] = useState<Step | 'new' | null>(null);
  const { t: b } = useTranslation('booked');
  const [isTaking, setTaking] = useState(false);
  const [isBooking, setBooking] = useState(false);
  const isOpen = page.may.write && page.state === 'open';
  useShortcuts(isOpen ? [{ keys: 'b', label: b('book'), run: () => setBooking(true) }] : []);
  const entries = useMemo(() => timelineOf(page), [page]);
  const steps = usePathSteps(page, entries, { onEdit: setEdited, onTell, onUndone });
  const body = useRef<HTMLElement>(null);
  useAtTheEnd(body);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="pane-body matter-path" aria-labelledby="path" tabIndex={0} ref={body}>
      <h2 className="heard" id="path">
        {t('path.title')}
      </h2>
      <Path label={t('path.title')} steps={steps} />
      {page.may.write ? <BookedTimes matterId={page.id} /> : null}
      {isOpen ? (
        <p className="add-step">
          <Button kind="plain" size="small" icon={Plus} onPress={() => setEdited('new')}>
            {t('path.add')}
          </Button>
          <Button kind="plain" size="small" icon={Signpost} onPress={() => setTaking(true)}>
            {words('takeShort')}
          </Button>
          <Button kind="plain" size="small" icon={CalendarPlus} keys="b" onPress={() => setBooking(true)}>
            {b('book')}
          </Button>
        </p>
      ) : null}
      {edited ? <StepPanel page={page} step={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {isBooking ? (
        <Suspense>
          <BookingPanel page={page} onClose={() => setBooking(false)} />
        </Suspense>
      ) : null}
      {isTaking ? (
        <Suspense>
          <TakePackagePanel page={page} onClose={() => setTaking(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
