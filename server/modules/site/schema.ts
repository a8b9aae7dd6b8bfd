import { z } from 'zod';
import { id } from '../../platform/http/shapes.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

export const FormKey = z.object({ key });

/** A form of the public site and the unit it feeds. */
export const WebForm = z.object({ key, unitId: id }).meta({ id: 'WebForm' });
export const WebFormInput = z.strictObject({ unitId: id }).meta({ id: 'WebFormInput' });
export const WebFormList = z.object({ forms: z.array(WebForm) }).meta({ id: 'WebFormList' });

export type WebForm = z.infer<typeof WebForm>;
