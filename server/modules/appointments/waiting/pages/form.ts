import { z } from 'zod';
import { id } from '../../../../platform/http/shapes.ts';
import type { FieldFault } from '../../../site/service.ts';
import { isPhone } from '../../booking/schema.ts';
import { interpreterField } from '../../pages/choice.ts';
import type { OfferedService } from '../../pages/queries.ts';
import type { When } from '../queries.ts';
import type { WaitingContact, WaitingWish } from '../types.ts';

const list = <T extends z.ZodType>(one: T) => z.union([z.array(one).max(50), one.transform((value) => [value])]).default([]);
const line = z.string().trim().max(300).default('');

const whenFields = {
  weekdays: list(z.string().regex(/^[1-7]$/)),
  hours: z.string().max(20).default('any'),
  fromDay: line,
  untilDay: line,
};
/** Faults are told on the page, so the shapes take whatever a form may send. */
export const WhenForm = z.strictObject(whenFields);
export const JoinForm = z.strictObject({
  ...whenFields,
  service: id,
  places: list(z.string().max(40)),
  language: z.enum(['fi', 'sv', 'en']),
  interpreterLanguage: interpreterField,
  needs: list(z.string().regex(/^[a-z0-9-]{1,40}$/)),
  name: line,
  email: line,
  phone: line,
});
/** With an agreed time: what is known of it is not asked again. */
export const EarlierForm = z.strictObject({ ...whenFields, email: line });

export type WhenText = z.output<typeof WhenForm>;

const hours = { any: [0, 24], morning: [0, 12], afternoon: [12, 24] } as const;
export type Hours = keyof typeof hours;
export const hourKinds = Object.keys(hours) as Hours[];

export const EVERY_WEEKDAY: WhenText = { weekdays: ['1', '2', '3', '4', '5'], hours: 'any', fromDay: '', untilDay: '' };

export const asText = ({ weekdays, fromHour, untilHour, fromDay, untilDay }: When): WhenText => ({
  weekdays: weekdays.map(String),
  hours: hourKinds.find((kind) => hours[kind][0] === fromHour && hours[kind][1] === untilHour) ?? 'any',
  fromDay: fromDay?.toString() ?? '',
  untilDay: untilDay?.toString() ?? '',
});

type Read<T> = { value: T | undefined; faults: FieldFault[] };

/** Days and hours as they were typed; what cannot be read is named by its field. */
export function readWhen(text: WhenText): Read<When> {
  const span = hours[text.hours as Hours];
  const [fromDay, untilDay] = [readDay(text.fromDay), readDay(text.untilDay)];
  const isBackwards = fromDay && untilDay && Temporal.PlainDate.compare(fromDay, untilDay) > 0;
  const faults = [
    ...(text.weekdays.length === 0 ? [{ field: 'weekdays', code: 'choice' }] : []),
    ...(span ? [] : [{ field: 'hours', code: 'choice' }]),
    ...(fromDay === undefined ? [{ field: 'fromDay', code: 'day' }] : []),
    ...(untilDay === undefined || isBackwards ? [{ field: 'untilDay', code: 'day' }] : []),
  ];
  if (faults.length > 0 || !span) return { value: undefined, faults };
  const value = {
    weekdays: text.weekdays.map(Number),
    fromHour: span[0],
    untilHour: span[1],
    fromDay: fromDay ?? null,
    untilDay: untilDay ?? null,
  };
  return { value, faults };
}

/** Null: none was written. Undefined: it is no day. */
function readDay(text: string): Temporal.PlainDate | null | undefined {
  if (text === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}

/** The address is needed: what becomes free is told there. */
export function readContact({ name, email, phone }: { name: string; email: string; phone: string }): Read<WaitingContact> {
  const faults = [
    ...(name === '' ? [{ field: 'name', code: 'name-needed' }] : []),
    ...readEmail(email),
    ...(phone !== '' && !isPhone(phone) ? [{ field: 'phone', code: 'phone' }] : []),
  ];
  return faults.length > 0 ? { value: undefined, faults } : { value: { name, email, phone: phone || null }, faults };
}

export function readEmail(email: string): FieldFault[] {
  if (email === '') return [{ field: 'email', code: 'email-needed' }];
  return z.email().max(200).safeParse(email).success ? [] : [{ field: 'email', code: 'email' }];
}

type Where = Pick<WaitingWish, 'way' | 'pointIds'>;

/** Points, or remotely: not both in one line. */
export function readWhere({ ways }: Pick<OfferedService, 'ways'>, places: readonly string[], points: readonly string[]): Read<Where> {
  const [first] = places;
  if (places.length === 1 && (first === 'remote' || first === 'phone') && ways.includes(first))
    return { value: { way: first, pointIds: [] }, faults: [] };
  const isSound = places.length > 0 && ways.includes('point') && places.every((place) => points.includes(place));
  if (!isSound) return { value: undefined, faults: [{ field: 'places', code: 'choice' }] };
  return { value: { way: 'point', pointIds: [...new Set(places)] }, faults: [] };
}
