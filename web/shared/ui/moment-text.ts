import { dayIn, dayOf } from './day-text.ts';

/** A day and a time as people write them ("27.11.2026 klo 9.30", "27/11/2026 9:30") as `2026-11-27T09:30`; null when they are none. */
export function momentOfText(text: string): string | null {
  const [, day = '', hour = '', minute = '00'] = /^(\S+?),?\s+(?:klo\.?\s*|kl\.?\s*)?(\d{1,2})(?:[.:]([0-5]\d))?$/i.exec(text.trim()) ?? [];
  const iso = dayOf(day);
  if (!iso || hour === '' || Number(hour) > 23) return null;
  return `${iso}T${hour.padStart(2, '0')}:${minute}`;
}

/** 27.11.2026 9.30, in British English 27/11/2026 9:30. */
export function textOfMoment(local: string, language: string): string {
  const [day = '', clock = ''] = local.split('T');
  const [hour, minute] = clock.split(':');
  return `${dayIn(day, language)} ${Number(hour)}${language.startsWith('en') ? ':' : '.'}${minute}`;
}
