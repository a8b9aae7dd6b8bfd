import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockedView, CalendarAsked, TakenView } from '../../../shared/api/calendar.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { codeWords } from '../code-words.ts';
import { goByArrows } from './arrows.ts';
import { ColumnView } from './column-view.tsx';
import { type Column, type Hours, hoursOf } from './layout.ts';
import { useDragging } from './use-dragging.ts';
import { type Carried, type Moving, useMoving } from './use-moving.ts';

export type Opened =
  | { what: 'appointment'; taken: TakenView; column: Column }
  | { what: 'block'; block: BlockedView; column: Column }
  | { what: 'free'; startsAt: string; endsAt: string; column: Column };

type GridProps = {
  columns: readonly Column[];
  asked: CalendarAsked;
  headingOf: (column: Column) => string;
  opened: (open: Opened, moving: Moving) => void;
};

/** Days or people side by side, time downwards. */
export function CalendarGrid({ columns, asked, headingOf, opened }: GridProps) {
  const { t } = useTranslation('calendar');
  const [said, setSaid] = useState('');
  const say = useCallback((words: string) => setSaid(words), []);
  const moving = useMoving(columns, asked, say);
  const { dragging, begin } = useDragging(moving);
  const hours = hoursOf(columns);
  const grid = useRef<HTMLElement>(null);
  const stop = useStop(grid);
  const { carried } = moving;
  return (
    <>
      <p className="heard" role="status">
        {said}
      </p>
      {carried ? <CarriedBar carried={carried} onBack={moving.putBack} /> : null}
      <section
        ref={grid}
        className="calendar-grid"
        aria-label={t('grid')}
        data-moving={carried ? '' : undefined}
        onKeyDown={goByArrows}
        onFocus={stop.onFocus}
        style={{ '--hours-from': hours.from, '--hours-rows': hours.until - hours.from, '--columns': columns.length } as React.CSSProperties}
      >
        <div className="calendar-hours" aria-hidden="true">
          {clockHours(hours).map((hour) => (
            <span key={hour} style={{ '--row': hour * 4 - hours.from } as React.CSSProperties}>
              {hour}
            </span>
          ))}
        </div>
        {columns.map((column, at) => (
          <ColumnView
            key={column.key}
            column={column}
            at={at}
            heading={headingOf(column)}
            hours={hours}
            moving={moving}
            over={dragging?.over ?? null}
            onBegin={begin}
            onOpen={(open) => opened(open, moving)}
            stop={stop.key}
          />
        ))}
      </section>
      {dragging && carried ? (
        <div
          className="calendar-ghost"
          aria-hidden="true"
          style={{ '--x': `${dragging.x}px`, '--y': `${dragging.y}px` } as React.CSSProperties}
        >
          {carried.taken.booked?.code ? codeWords(carried.taken.booked.code) : t('customer')}
        </div>
      ) : null}
    </>
  );
}

const clockHours = ({ from, until }: Hours) => Array.from({ length: (until - from) / 4 + 1 }, (_, n) => from / 4 + n);

/** Which of all is the tabulator's stop: where one was last, else the first. */
function useStop(grid: React.RefObject<HTMLElement | null>) {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    if (grid.current?.querySelector('[data-row][tabindex="0"]')) return;
    setKey(grid.current?.querySelector<HTMLElement>('[data-row]')?.dataset.stop ?? null);
  });
  const onFocus = (event: React.FocusEvent<HTMLElement>) => {
    const stop = (event.target as HTMLElement).dataset.stop;
    if (stop && grid.current?.contains(event.target)) setKey(stop);
  };
  return { key, onFocus };
}

function CarriedBar({ carried: { taken, targets }, onBack }: { carried: Carried; onBack: () => void }) {
  const { t } = useTranslation('calendar');
  const locale = useLocale();
  const { booked } = taken;
  return (
    <div className="calendar-carried">
      <span>
        <strong>{t('moving.what', { code: booked?.code ? codeWords(booked.code) : t('customer') })}</strong>{' '}
        {nameIn(booked?.service, locale)}
        <br />
        {targets?.length === 0 ? t('moving.nowhere') : t(booked?.byEmail ? 'moving.told' : 'moving.call')}
      </span>
      <Button push icon={X} keys="Escape" onPress={onBack}>
        {t('moving.cancel')}
      </Button>
    </div>
  );
}
