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

/** The address of a page, for people to open: an address of another kind would run something. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\/[^\s<>"]+$/i)
  .refine((text) => URL.canParse(text));

/** One that is written now: a name before an @ looks like the place it leads to (RFC 3986, 7.6), and signs that nobody sees turn what is read around. */
export const newWebAddress = webAddress.regex(/^\P{C}+$/u).refine((text) => {
  const address = URL.parse(text);
  return address?.username === '' && address.password === '';
});

/** What a person typed into a form's field, empty when it was not sent. Forms send line ends of their own (CRLF). */
export const formText = (longest: number) =>
  z
    .string()
    .max(longest)
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n'));
