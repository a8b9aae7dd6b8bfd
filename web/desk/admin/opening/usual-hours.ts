import type { OpeningHours } from '../api.ts';

export const zone = 'Europe/Helsinki';

/** What something new begins with: office hours, closed on holidays. */
export const usualHours: OpeningHours = {
  zone,
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '16:00' })),
  exceptions: [],
  holidaysClosed: true,
};
