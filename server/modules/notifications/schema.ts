import { z } from 'zod';
import { id, instant } from '../../platform/http/shapes.ts';
import { templateKinds } from './types.ts';

/** A subject is one line: a break in it would begin a header. */
const subject = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/);
const TemplateText = z.strictObject({ subject, body: z.string().trim().min(1).max(10_000) }).meta({ id: 'TemplateText' });

const Texts = z
  .strictObject({ fi: TemplateText, 'fi-x-plain': TemplateText.optional(), sv: TemplateText, en: TemplateText })
  .meta({ id: 'TemplateTexts' });

const key = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);

export const Template = z
  .object({
    id,
    key: z.string(),
    kind: z.enum(templateKinds),
    organisationId: id.nullable(),
    texts: Texts,
    active: z.boolean(),
    updatedAt: instant,
  })
  .meta({ id: 'Template' });

export const TemplateInput = z
  .strictObject({
    key,
    kind: z.enum(templateKinds),
    organisationId: id.nullable().default(null),
    texts: Texts,
    active: z.boolean().default(true),
  })
  .meta({ id: 'TemplateInput' });
export type TemplateInput = z.output<typeof TemplateInput>;

export const TemplateChange = z.strictObject({ texts: Texts, active: z.boolean() }).partial().meta({ id: 'TemplateChange' });
export type TemplateChange = z.output<typeof TemplateChange>;

export const TemplateList = z.object({ templates: z.array(Template) }).meta({ id: 'TemplateList' });
