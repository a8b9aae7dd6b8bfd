import { useQuery } from '@tanstack/react-query';
import { type CalendarAsked, readBlock, readCalendar, readChoices } from '../../../shared/api/calendar.ts';
import { keys } from '../../queries.ts';

export const useChoices = () => useQuery({ queryKey: [...keys.calendars, 'choices'], queryFn: readChoices, staleTime: 300_000 });

export const calendarKey = (asked: CalendarAsked | null) => [...keys.calendars, asked];

/** Others' changes make it old by the live line; holds run out by the clock alone. */
export const useCalendar = (asked: CalendarAsked | null) =>
  useQuery({
    queryKey: calendarKey(asked),
    queryFn: () => readCalendar(asked as CalendarAsked),
    enabled: asked !== null,
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });

export const useBlock = (id: string | null) =>
  useQuery({ queryKey: [...keys.calendars, 'block', id], queryFn: () => readBlock(id as string), enabled: id !== null, gcTime: 0 });
