import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CalendarAsked,
  type CalendarsView,
  type PlaceView,
  placeAppointment,
  readPlaces,
  type TakenView,
} from '../../../shared/api/calendar.ts';
import { epochOf } from '../../../shared/ui/time-format.ts';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { keys } from '../../queries.ts';
import { useDeed, useSayWhy } from '../../use-deed.ts';
import type { Column } from './layout.ts';
import { calendarKey } from './queries.ts';

/** Where it may be put down: in one column, at one time. */
export type Target = { key: string; column: Column; startsAt: string; endsAt: string };
export type Carried = { taken: TakenView; from: Column; targets: Target[] | null };
export type Moving = ReturnType<typeof useMoving>;

/** An appointment in the hand: picked up, put down where there is room for it, or put back. One at a time. */
export function useMoving(columns: readonly Column[], asked: CalendarAsked, onSay: (words: string) => void) {
  const { t } = useTranslation('calendar');
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const { dateTime } = useTimes();
  const { run } = useDeed([keys.calendars]);
  const [carried, setCarried] = useState<Carried | null>(null);
  const inHand = useRef<string | null>(null);
  const placeName = ({ column, startsAt }: Pick<Target, 'column' | 'startsAt'>) => `${column.calendar.name}, ${dateTime(startsAt)}`;

  /** `isHeld`: the mouse holds it; else the keys go on from where it may be put. */
  async function pickUp(taken: TakenView, from: Column, isHeld = false): Promise<void> {
    if (!taken.booked || taken.state !== 'confirmed') return;
    inHand.current = taken.id;
    setCarried({ taken, from, targets: null });
    try {
      const { places } = await readPlaces(taken.id, asked.from, asked.until);
      if (inHand.current !== taken.id) return;
      const targets = targetsIn(columns, places, taken, from);
      setCarried({ taken, from, targets });
      onSay(targets.length > 0 ? t('moving.picked', { count: targets.length }) : t('moving.nowhere'));
      if (!isHeld) focusNear(targets, taken, from);
    } catch (error) {
      putBack();
      showToast({ text: sayWhy(error), tone: 'bad', seconds: 12 });
    }
  }

  function putBack(): void {
    if (inHand.current === null) return;
    const id = inHand.current;
    inHand.current = null;
    setCarried(null);
    onSay(t('moving.cancelled'));
    focusOn(id);
  }

  async function putDown(target: Target): Promise<void> {
    if (!carried?.taken.booked) return;
    const { taken, from } = carried;
    const { version } = carried.taken.booked;
    inHand.current = null;
    setCarried(null);
    queries.setQueryData<CalendarsView>(calendarKey(asked), (kept) => kept && shownAt(kept, taken, from, target));
    let now = version;
    const isDone = await run(async () => {
      const input = { version, startsAt: target.startsAt, to: target.column.calendar.id, instead: from.calendar.id, undoes: false };
      now = (await placeAppointment(taken.id, input)).version;
    });
    if (!isDone) return;
    const text = t('moving.moved', { where: placeName(target) });
    onSay(text);
    showToast({ text, undo: () => takeBack(taken, from, target, now) });
    focusOn(taken.id);
  }

  async function takeBack(taken: TakenView, from: Column, was: Target, version: number): Promise<void> {
    const isDone = await run(() =>
      placeAppointment(taken.id, {
        version,
        startsAt: taken.startsAt,
        to: from.calendar.id,
        instead: was.column.calendar.id,
        undoes: true,
      }),
    );
    if (isDone) onSay(t('moving.back', { where: placeName({ column: from, startsAt: taken.startsAt }) }));
  }

  useEffect(() => {
    if (!carried) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      putBack();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  });

  // Somebody else has moved it, or the days have been turned: nothing is in the hand any more.
  const isThere =
    carried &&
    columns.some(({ calendar }) =>
      calendar.taken.some(({ id, booked }) => id === carried.taken.id && booked?.version === carried.taken.booked?.version),
    );
  useEffect(() => {
    if (carried && !isThere) {
      inHand.current = null;
      setCarried(null);
      onSay(t('moving.gone'));
    }
  }, [carried, isThere, onSay, t]);

  return { carried, pickUp, putBack, putDown };
}

function targetsIn(columns: readonly Column[], places: readonly PlaceView[], taken: TakenView, from: Column): Target[] {
  const own = `${from.calendar.id} ${epochOf(taken.startsAt)}`;
  return columns.flatMap((column) =>
    places
      .filter(({ startsAt, resourceIds }) => resourceIds.includes(column.calendar.id) && dayOf(startsAt) === column.day)
      .filter(({ startsAt }) => `${column.calendar.id} ${epochOf(startsAt)}` !== own)
      // At the same time it only changes hands with one of its own kind.
      .filter(({ startsAt }) => epochOf(startsAt) !== epochOf(taken.startsAt) || column.calendar.kind === from.calendar.kind)
      .map(({ startsAt, endsAt }) => ({ key: `${column.key} ${startsAt}`, column, startsAt, endsAt })),
  );
}

const finland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });
const dayOf = (iso: string) => finland.format(epochOf(iso));

/** Shown at once where it has been put, until the server's answer is there. */
function shownAt(kept: CalendarsView, taken: TakenView, from: Column, { column, startsAt, endsAt }: Target): CalendarsView {
  const moved = { ...taken, startsAt, endsAt, during: { startsAt, endsAt } };
  const calendars = kept.calendars.map((one) => {
    const rest = one.id === from.calendar.id ? one.taken.filter(({ id }) => id !== taken.id) : one.taken;
    return { ...one, taken: one.id === column.calendar.id ? [...rest, moved] : rest };
  });
  return { ...kept, calendars };
}

/** The next place in its own column, else the nearest in time. */
function focusNear(targets: readonly Target[], { startsAt }: TakenView, from: Column): void {
  const far = (one: Target) => Math.abs(epochOf(one.startsAt) - epochOf(startsAt)) + (one.column.key === from.key ? 0 : 7 * 86_400_000);
  const near = [...targets].sort((a, b) => far(a) - far(b))[0];
  if (near)
    requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-target="${near.key}"]`)?.focus()));
}

/** Once it is drawn where it is now. */
function focusOn(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-appointment="${id}"]`)?.focus()));
}
