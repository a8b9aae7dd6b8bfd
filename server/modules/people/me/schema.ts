import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';
import { roles } from '../../identity/types.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;

const settings = { shortcuts: z.boolean(), theme: z.enum(themes) };
const language = z.enum(['fi', 'sv', 'en']);

export const Me = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    title: z.record(z.string(), z.string()),
    language,
    /** Single-key shortcuts can be switched off (WCAG 2.2, 2.1.4). */
    settings: z.object(settings),
    roles: z.array(z.enum(roles)),
    grants: z.array(z.object({ role: z.enum(roles), organisationId: id, pointId: id.nullable() })),
    unitIds: z.array(id),
    /** Where one sits today. */
    pointId: id.nullable(),
    points: z.array(z.object({ id, name: Names, typeLabel: Names })),
  })
  .meta({ id: 'Me' });

export const MeChange = z
  .strictObject({ language, pointId: id.nullable(), settings: z.strictObject(settings).partial() })
  .partial()
  .meta({ id: 'MeChange' });

export type Me = z.output<typeof Me>;
export type MeChange = z.output<typeof MeChange>;
