import { z } from 'zod';
import { formText } from '../../../platform/http/shapes.ts';

/** Bounds far above what `rules.ts` accepts: within them a form comes back with its text, beyond them nobody typed it. */
const line = formText(2000);

/** A browser sends a lone choice as a text and several as a list. */
const many = z
  .union([z.string().max(60), z.array(z.string().max(60)).max(50)])
  .default([])
  .transform((sent) => [sent].flat());

export const ContactForm = z.strictObject({
  form: formText(60),
  message: formText(60_000),
  wish: formText(60),
  reachable: line,
  givenName: line,
  familyName: line,
  email: line,
  phone: line,
  language: formText(60),
  arrangements: many,
  actingFor: line,
  actingGround: formText(60),
  /** The customer who was signed in when the form was drawn, and whose matter it becomes; empty: nobody's. */
  about: formText(60),
  /** Nobody sees it; programs fill it in. */
  website: line,
});

export type ContactForm = z.infer<typeof ContactForm>;

export const emptyForm = ContactForm.parse({});
