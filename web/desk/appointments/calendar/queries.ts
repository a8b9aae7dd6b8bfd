import { useQuery } from '@tanstack/react-query';
import { type CalendarAsked, readBlock, readCalendar, readChoices } from '../../../shared/api/calendar.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { inOrder } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { keys } from '../../queries.ts';
import { useNames } from '../../session.tsx';

export function useChoices() {
  const names = useNames();
  const locale = useLocale();
  return useQuery({
    queryKey: [...keys.calendars, 'choices'],
    queryFn: readChoices,
    staleTime: 300_000,
    select: ({ pointIds, calendars }) => ({
      pointIds: inOrder(pointIds, names.point, locale),
      calendars: byKindAndName(calendars, locale),
    }),
  });
}

export const calendarKey = (asked: CalendarAsked | null) => [...keys.calendars, asked];

/** Others' changes make it old by the live line; holds run out by the clock alone. */
export function useCalendar(asked: CalendarAsked | null) {
  const locale = useLocale();
  return useQuery({
    queryKey: calendarKey(asked),
    queryFn: () => readCalendar(asked as CalendarAsked),
    enabled: asked !== null,
    refetchInterval: 60_000,
    placeholderData: (before) => before,
    select: ({ calendars }) => ({ calendars: byKindAndName(calendars, locale) }),
  });
}

/** Kinds stand as they come. */
const byKindAndName = <T extends { kind: string; name: string }>(calendars: readonly T[], locale: Locale): T[] =>
  [...Map.groupBy(calendars, ({ kind }) => kind).values()].flatMap((those) => inOrder(those, ({ name }) => name, locale));

export const useBlock = (id: string | null) =>
  useQuery({ queryKey: [...keys.calendars, 'block', id], queryFn: () => readBlock(id as string), enabled: id !== null, gcTime: 0 });
