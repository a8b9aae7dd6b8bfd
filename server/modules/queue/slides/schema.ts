import { z } from 'zod';
import { dayText, id } from '../../../platform/http/shapes.ts';

const inAll = <S extends z.ZodType>(shape: S) => z.strictObject({ fi: shape, sv: shape, en: shape });
/** As much as is read from across a hall before the next slide comes. */
const Title = inAll(z.string().trim().min(1).max(70));
const MOST_LINES = 5;
const Body = inAll(
  z
    .string()
    .trim()
    .max(320)
    .refine((text) => text.split('\n').length <= MOST_LINES),
);
const Alt = inAll(z.string().trim().min(1).max(160));

const fields = {
  kind: z.enum(['words', 'today']),
  /** Null on a slide of today's authorities. */
  title: Title.nullable(),
  /** Lines parted by line feeds. */
  body: Body.nullable(),
  /** What the picture shows; required with one. */
  alt: Alt.nullable(),
  /** The first and last day; null: without one. */
  shownFrom: dayText.nullable(),
  shownUntil: dayText.nullable(),
  seconds: z.int().min(5).max(120),
  position: z.int().min(0).max(999),
  active: z.boolean(),
};

export const Slide = z.object({ id, pointId: id, version: z.int(), hasPicture: z.boolean(), ...fields }).meta({ id: 'InfoSlide' });
export const SlideList = z.object({ slides: z.array(Slide) }).meta({ id: 'InfoSlideList' });
export const SlideInput = z
  .strictObject({
    ...fields,
    title: fields.title.default(null),
    body: fields.body.default(null),
    alt: fields.alt.default(null),
    shownFrom: fields.shownFrom.default(null),
    shownUntil: fields.shownUntil.default(null),
    seconds: fields.seconds.default(12),
    position: fields.position.default(0),
    active: fields.active.default(true),
  })
  .meta({ id: 'InfoSlideInput' });
const { kind: _, ...changeable } = fields;
export const SlideChange = z.strictObject(changeable).partial().extend({ version: z.int() }).meta({ id: 'InfoSlideChange' });

/** A slide as a display shows it today. `picture`: its address, new whenever the picture is. */
export const ShownSlide = z
  .object({
    id,
    kind: fields.kind,
    title: fields.title,
    body: fields.body,
    alt: fields.alt,
    picture: z.string().nullable(),
    seconds: z.int(),
  })
  .meta({ id: 'ShownSlide' });

export type Slide = z.infer<typeof Slide>;
export type SlideInput = z.infer<typeof SlideInput>;
export type SlideChange = z.infer<typeof SlideChange>;
export type ShownSlide = z.infer<typeof ShownSlide>;
