import type { Names } from '../../../../server/modules/directory/types.ts';
import type { OpeningHours } from '../../../../server/platform/clock/opening.ts';
import type { DemoChannel } from '../types.ts';

/** In Finnish, Swedish and English. */
export type Three = [string, string, string];

type Key = [key: string, provider: string];

export const names = ([fi, sv, en]: Three): Names => ({ fi, sv, en });

/** [weekday 1-7, opens, closes] */
export function openOn(days: [number, string, string][], exceptions: OpeningHours['exceptions'] = []): OpeningHours {
  const weekly = days.map(([weekday, opens, closes]) => ({ weekday, opens, closes }));
  return { zone: 'Europe/Helsinki', weekly, exceptions, holidaysClosed: true };
}

export const weekdays = (opens: string, closes: string): [number, string, string][] => [1, 2, 3, 4, 5].map((day) => [day, opens, closes]);

export function eService([key, provider]: Key, address: string, name: Three, summary: Three, more: Partial<DemoChannel> = {}): DemoChannel {
  const url = { fi: `https://${address}`, sv: `https://${address}/sv`, en: `https://${address}/en` };
  return { key, provider, kind: 'e-service', url, needsSignIn: true, texts: texts(name, summary), ...more };
}

export function phone([key, provider]: Key, number: string, hours: OpeningHours, name: Three, summary: Three): DemoChannel {
  return { key, provider, kind: 'phone', phone: number, opening: hours, texts: texts(name, summary) };
}

const onPaper: Three = [
  'Paperilomake, jonka voi lähettää postissa.',
  'Pappersblankett som kan skickas per post.',
  'A paper form that can be sent by post.',
];

export function form([key, provider]: Key, code: string, address: string, name: Three): DemoChannel {
  const file = (language: string) => `https://${address}/${code.toLowerCase().replaceAll(' ', '-')}-${language}.pdf`;
  const url = { fi: file('fi'), sv: file('sv'), en: file('en') };
  return { key, provider, kind: 'form', url, formCode: code, texts: texts(name, onPaper) };
}

function texts(name: Three, summary: Three): DemoChannel['texts'] {
  const said = (at: 0 | 1 | 2) => ({ name: name[at], summary: summary[at] });
  return { fi: said(0), sv: said(1), en: said(2) };
}
