export const noticeUnits = ['minutes', 'hours', 'days'] as const;
export type NoticeUnit = (typeof noticeUnits)[number];
export const unitMinutes: Record<NoticeUnit, number> = { minutes: 1, hours: 60, days: 1440 };

/** The largest unit in which the minutes are whole: 2880 is two days, 90 is ninety minutes. */
export function largestUnit(minutes: number): NoticeUnit {
  if (minutes === 0) return 'hours';
  return noticeUnits.findLast((unit) => minutes % unitMinutes[unit] === 0) ?? 'minutes';
}
