import { z } from 'zod';
import { instant } from '../../../../platform/http/shapes.ts';

/** page: an administrator gave it here; server: by its settings. The key itself is never shown again. */
export const keyOrigins = ['page', 'server'] as const;

/** Null: there is none, which v11 does without. */
export const KeyState = z
  .object({ from: z.enum(keyOrigins), setAt: instant.nullable(), setByName: z.string().nullable() })
  .nullable()
  .meta({ id: 'DirectoryKeyState' });
export type KeyState = z.output<typeof KeyState>;

/** What a header can carry. Null takes the key away. */
export const KeyInput = z
  .strictObject({
    key: z
      .string()
      .trim()
      .max(500)
      .regex(/^[\x21-\x7e]+$/)
      .nullable(),
  })
  .meta({ id: 'DirectoryKeyInput' });
