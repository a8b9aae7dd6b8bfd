import { Ban, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarAsked, ResourceView } from '../../../shared/api/calendar.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { momentOfLocal } from '../../../shared/ui/local-time.ts';
import { isoAfter } from '../../../shared/ui/time-format.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { BookingPanel } from '../book/booking-panel.tsx';
import { AppointmentPanel } from './appointment-panel.tsx';
import { BlockPanel, type BlockWish } from './block-panel.tsx';
import { CalendarGrid, type Opened } from './calendar-grid.tsx';
import type { Search } from './days.ts';
import { FreePanel } from './free-panel.tsx';
import { type Column, isOn } from './layout.ts';
import { SettlingPanel } from './settling-panel.tsx';
import type { Moving } from './use-moving.ts';

type BoardProps = { calendars: readonly ResourceView[]; days: readonly string[]; search: Search; asked: CalendarAsked };

/** The calendar itself and what opens from it. */
export function CalendarBoard({ calendars, days, search, asked }: BoardProps) {
  const { t } = useTranslation('calendar');
  const { date } = useTimes();
  const [open, setOpen] = useState<(Opened & { moving: Moving }) | null>(null);
  const [wish, setWish] = useState<BlockWish | null>(null);
  /** From which day a time is being booked. */
  const [booking, setBooking] = useState<string | null>(null);
  const [settling, setSettling] = useState<string | null>(null);
  const isOfOne = 'resource' in asked;
  const all = columnsOf(calendars, days, isOfOne ? null : search.by);
  const columns = isOfOne ? all : all.filter(isThere);
  const absent = isOfOne ? [] : all.filter((column) => !isThere(column)).map(({ calendar }) => calendar.name);
  const arranged = columns.find(({ calendar }) => calendar.arranged);
  const headingOf = ({ calendar, day }: Column) => (isOfOne ? date(`${day}T10:00:00Z`) : calendar.name);
  const close = () => setOpen(null);
  const begin = (reason: BlockWish['reason']) => {
    if (!arranged) return;
    const [from, until] = reason === 'away' ? ['00:00', '23:59'] : ['12:00', '12:30'];
    const at = (clock: string) => momentOfLocal(`${search.day}T${clock}`) as string;
    setWish({ resourceId: arranged.calendar.id, startsAt: at(from as string), endsAt: at(until as string), reason });
  };
  return (
    <>
      {arranged ? (
        <div className="calendar-tools">
          <Button icon={Ban} onPress={() => begin(null)}>
            {t('block.title')}
          </Button>
          <Button icon={UserX} onPress={() => begin('away')}>
            {t('block.away')}
          </Button>
          <span className="quiet small">{t('keysHint')}</span>
        </div>
      ) : null}
      {columns.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
      ) : (
        <CalendarGrid columns={columns} asked={asked} headingOf={headingOf} opened={(one, moving) => setOpen({ ...one, moving })} />
      )}
      {absent.length > 0 ? <p className="quiet small">{t('absent', { names: absent.join(', ') })}</p> : null}
      {open?.what === 'appointment' ? (
        <AppointmentPanel
          taken={open.taken}
          column={open.column}
          nameOf={(id) => calendars.find((one) => one.id === id)?.name}
          onMove={() => {
            close();
            void open.moving.pickUp(open.taken, open.column);
          }}
          onClose={close}
        />
      ) : null}
      {open?.what === 'free' ? (
        <FreePanel
          column={open.column}
          startsAt={open.startsAt}
          onBook={() => {
            close();
            setBooking(open.column.day);
          }}
          onBlock={() => {
            close();
            setWish({ resourceId: open.column.calendar.id, startsAt: open.startsAt, endsAt: isoAfter(open.startsAt, 30), reason: null });
          }}
          onClose={close}
        />
      ) : null}
      {open?.what === 'block' ? <SettlingPanel blockId={open.block.id} onClose={close} /> : null}
      {wish ? (
        <BlockPanel
          wish={wish}
          calendars={calendars}
          onTouched={(id) => {
            setWish(null);
            setSettling(id);
          }}
          onClose={() => setWish(null)}
        />
      ) : null}
      {booking ? <BookingPanel page={null} day={booking} onClose={() => setBooking(null)} /> : null}
      {settling ? <SettlingPanel blockId={settling} onClose={() => setSettling(null)} /> : null}
    </>
  );
}

/** Whoever is not there on the day takes no room. */
const isThere = ({ calendar, day }: Column) =>
  [...calendar.open, ...calendar.taken, ...calendar.blocked].some(({ startsAt, endsAt }) => isOn(startsAt, endsAt, day));

/** Of a point: those of the kind, side by side; of one: its days, the weekend only when something is on it. */
function columnsOf(calendars: readonly ResourceView[], days: readonly string[], by: Search['by'] | null): Column[] {
  const those = calendars.filter(({ kind }) => by === null || (kind === 'person') === (by === 'person'));
  return those.flatMap((calendar) =>
    days
      .filter((day, n) => n < 5 || [...calendar.open, ...calendar.taken].some(({ startsAt, endsAt }) => isOn(startsAt, endsAt, day)))
      .map((day) => ({ key: `${calendar.id} ${day}`, day, calendar })),
  );
}
