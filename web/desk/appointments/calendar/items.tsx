import { Ban, CalendarCheck2, Hourglass, MapPin, Phone, UserX, Video } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockedView, TakenView } from '../../../shared/api/calendar.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { NeedsMarks } from '../../visits/needs-marks.tsx';
import { codeWords } from '../code-words.ts';
import type { Lying } from './column-view.tsx';
import type { Column } from './layout.ts';
import type { Moving } from './use-moving.ts';

export const wayIcons = { point: MapPin, remote: Video, phone: Phone, bus: MapPin } as const;
const stateIcons = { held: Hourglass, confirmed: null, arrived: CalendarCheck2, missed: UserX } as const;

/** The clock alone, where the column has little room. */
const bare = (time: string) => time.replace(/^\D+/, '');

type TakenProps = {
  taken: TakenView;
  column: Column;
  lying: Lying;
  moving: Moving;
  onBegin: (event: PointerEvent, taken: TakenView, column: Column) => void;
  onOpen: () => void;
};

/** A customer's time. Without the right to it: taken, and no more. */
export function TakenItem({ taken, column, lying, moving, onBegin, onOpen }: TakenProps) {
  const { t } = useTranslation('calendar');
  const locale = useLocale();
  const { time } = useTimes();
  const { booked, state } = taken;
  const isMovable = booked !== null && state === 'confirmed';
  const isCarried = moving.carried?.taken.id === taken.id;
  const clock = `${bare(time(taken.startsAt))}–${bare(time(taken.endsAt))}`;
  // While something is in the hand, the arrows go between the places where it may be put down.
  const { 'data-row': row, ...still } = lying;
  const stops = moving.carried ? { ...still, tabIndex: -1 } : { ...still, 'data-row': row };
  if (!booked || state === 'held')
    return (
      <button type="button" className="calendar-taken" data-state="other" {...stops} aria-disabled="true">
        <span className="calendar-line">
          {state === 'held' ? <Icon of={Hourglass} /> : null}
          {t(state === 'held' ? 'held' : 'taken')}
        </span>
        <span className="calendar-line">{clock}</span>
      </button>
    );
  const StateIcon = stateIcons[state];
  return (
    <button
      type="button"
      className="calendar-taken"
      data-state={state}
      data-carried={isCarried ? '' : undefined}
      data-appointment={taken.id}
      {...stops}
      aria-keyshortcuts={isMovable ? 'm' : undefined}
      onPointerDown={(event) => isMovable && onBegin(event, taken, column)}
      onKeyDown={(event) => {
        if (!isMovable || moving.carried || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        void moving.pickUp(taken, column);
      }}
      onClick={onOpen}
    >
      <span className="calendar-line">
        <strong>{clock}</strong>
        <Icon of={wayIcons[booked.way]} label={t(`ways.${booked.way}`)} />
        {StateIcon ? <Icon of={StateIcon} label={t(`states.${state}`)} /> : null}
        <NeedsMarks needs={booked.needs} />
      </span>
      <span className="calendar-line">
        {booked.code ? <span className="calendar-code">{codeWords(booked.code)}</span> : null}{' '}
        <span className="calendar-name">{nameIn(booked.service, locale)}</span>
      </span>
    </button>
  );
}

type BlockedProps = { block: BlockedView; lying: Lying; isOpened: boolean; onOpen: () => void };

export function BlockedItem({ block, lying, isOpened, onOpen }: BlockedProps) {
  const { t } = useTranslation('calendar');
  const { time } = useTimes();
  const { 'data-row': row, ...still } = lying;
  const stops = isOpened ? { ...still, 'data-row': row } : still;
  return (
    <button type="button" className="calendar-block" {...stops} aria-disabled={!isOpened} onClick={() => isOpened && onOpen()}>
      <span className="calendar-line">
        <Icon of={Ban} /> {block.reason ? t(`reasons.${block.reason}`) : t('notFree')}
      </span>
      <span className="calendar-line">
        {bare(time(block.startsAt))}–{bare(time(block.endsAt))}
      </span>
    </button>
  );
}
