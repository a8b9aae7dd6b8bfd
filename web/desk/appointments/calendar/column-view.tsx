import { type PointerEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenView } from '../../../shared/api/calendar.ts';
import { epochOf } from '../../../shared/ui/time-format.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import type { Opened } from './calendar-grid.tsx';
import { BlockedItem, TakenItem } from './items.tsx';
import { type Column, freeSteps, type Hours, isOn, rowOf } from './layout.ts';
import type { Moving, Target } from './use-moving.ts';

type ColumnProps = {
  column: Column;
  at: number;
  heading: string;
  hours: Hours;
  moving: Moving;
  over: string | null;
  onBegin: (event: PointerEvent, taken: TakenView, column: Column) => void;
  onOpen: (open: Opened) => void;
  /** Which of all the tabulator stops at. */
  stop: string | null;
};

/** How a stretch lies in its column. */
export type Lying = { style: React.CSSProperties; 'data-row': number; 'data-column': number; 'data-stop': string; tabIndex: number };

/** What a column holds, in the order of time: who listens hears it as it is seen. */
export function ColumnView({ column, at, heading, hours, moving, over, onBegin, onOpen, stop }: ColumnProps) {
  const { t } = useTranslation('calendar');
  const { time } = useTimes();
  const id = useId();
  const { calendar, day } = column;
  const { carried } = moving;
  const targets = carried?.targets?.filter((one) => one.column.key === column.key) ?? [];
  const lying = (key: string, startsAt: string, endsAt: string): Lying => {
    const [from, until] = [Math.max(hours.from, rowOf(startsAt, day)), Math.min(hours.until, rowOf(endsAt, day))];
    const style = { '--row': from - hours.from, '--rows': Math.max(1, until - from) } as React.CSSProperties;
    return { style, 'data-row': from, 'data-column': at, 'data-stop': key, tabIndex: stop === key ? 0 : -1 };
  };
  const parts = inTime([
    ...(carried ? [] : freeSteps(column).map((step) => ({ kind: 'free' as const, ...step }))),
    ...calendar.taken
      .filter(({ startsAt, endsAt }) => isOn(startsAt, endsAt, day))
      .map((taken) => ({ kind: 'taken' as const, startsAt: taken.startsAt, taken })),
    ...calendar.blocked
      .filter(({ startsAt, endsAt }) => isOn(startsAt, endsAt, day))
      .map((block) => ({ kind: 'block' as const, startsAt: block.startsAt, block })),
    ...targets.map((target) => ({ kind: 'target' as const, startsAt: target.startsAt, target })),
  ]);
  return (
    <section className="calendar-column" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div className="calendar-day">
        {calendar.open
          .filter(({ startsAt, endsAt }) => isOn(startsAt, endsAt, day))
          .map(({ startsAt, endsAt }) => {
            const [from, until] = [Math.max(hours.from, rowOf(startsAt, day)), Math.min(hours.until, rowOf(endsAt, day))];
            return (
              <span
                key={startsAt}
                className="calendar-open"
                style={{ '--row': from - hours.from, '--rows': until - from } as React.CSSProperties}
              />
            );
          })}
        <ul>
          {parts.map((part) => {
            if (part.kind === 'free')
              return (
                <li key={`free ${part.startsAt}`}>
                  <button
                    type="button"
                    className="calendar-free"
                    {...lying(`${column.key} free ${part.startsAt}`, part.startsAt, part.endsAt)}
                    aria-label={t('free.at', { time: time(part.startsAt), name: heading })}
                    onClick={() => onOpen({ what: 'free', startsAt: part.startsAt, endsAt: part.endsAt, column })}
                  >
                    <span aria-hidden="true">{time(part.startsAt).replace(/^\D+/, '')}</span>
                  </button>
                </li>
              );
            if (part.kind === 'taken')
              return (
                <li key={part.taken.id}>
                  <TakenItem
                    taken={part.taken}
                    column={column}
                    lying={lying(part.taken.id, part.taken.startsAt, part.taken.endsAt)}
                    moving={moving}
                    onBegin={onBegin}
                    onOpen={() => onOpen({ what: 'appointment', taken: part.taken, column })}
                  />
                </li>
              );
            if (part.kind === 'block')
              return (
                <li key={part.block.id}>
                  <BlockedItem
                    block={part.block}
                    lying={lying(`${column.key} ${part.block.id}`, part.block.startsAt, part.block.endsAt)}
                    isOpened={calendar.arranged && !carried}
                    onOpen={() => onOpen({ what: 'block', block: part.block, column })}
                  />
                </li>
              );
            return (
              <li key={part.target.key}>
                <TargetItem
                  target={part.target}
                  heading={heading}
                  lying={lying(part.target.key, part.target.startsAt, part.target.endsAt)}
                  isOver={over === part.target.key}
                  onPress={() => void moving.putDown(part.target)}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

type TargetProps = { target: Target; heading: string; lying: Lying; isOver: boolean; onPress: () => void };

function TargetItem({ target, heading, lying, isOver, onPress }: TargetProps) {
  const { t } = useTranslation('calendar');
  const { time } = useTimes();
  return (
    <button
      type="button"
      className="calendar-target"
      {...lying}
      data-target={target.key}
      data-over={isOver ? '' : undefined}
      aria-label={t('moving.here', { time: time(target.startsAt), name: heading })}
      onClick={onPress}
    >
      <span aria-hidden="true">{time(target.startsAt)}</span>
    </button>
  );
}

const inTime = <T extends { startsAt: string }>(parts: T[]): T[] => parts.sort((a, b) => epochOf(a.startsAt) - epochOf(b.startsAt));
