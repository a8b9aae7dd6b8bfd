import { z } from 'zod';

/** PostgreSQL knows no year 0. */
const hasYear = (text: string): boolean => !text.startsWith('0000');

/** A moment and a day as text that the database takes. */
export const momentText = z.iso.datetime().refine(hasYear);
export const dayText = z.iso.date().refine(hasYear);

/** A moment: `Temporal.Instant` in the server, ISO-8601 with Z on the wire. */
export const instant = z.codec(momentText, z.instanceof(Temporal.Instant), {
  decode: (text) => Temporal.Instant.from(text),
  encode: (moment) => moment.toString(),
});

/** A day in the place's own calendar: `Temporal.PlainDate` in the server, `2026-05-01` on the wire. */
export const day = z.codec(dayText, z.instanceof(Temporal.PlainDate), {
  decode: (text) => Temporal.PlainDate.from(text),
  encode: (date) => date.toString(),
});

export const id = z.uuid();
export const byId = z.object({ id });

/** A number in a query or a form, where everything is text. */
export const wholeNumber = z.codec(z.string().regex(/^\d{1,9}$/), z.number().int(), {
  decode: (text) => Number(text),
  encode: (number) => String(number),
});

/** What a person typed into a form's field, empty when it was not sent. Forms send line ends of their own (CRLF). */
export const formText = (longest: number) =>
  z
    .string()
    .max(longest)
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n'));
