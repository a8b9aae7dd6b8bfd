import { z } from 'zod';
import { id, momentText } from '../../../../platform/http/shapes.ts';

export const AlarmList = z
  .object({
    /** Of others: nothing of one's own alarm may show on one's own screen but the small sign. */
    alarms: z.array(
      z.object({
        id,
        raisedAt: momentText,
        raisedBy: z.string(),
        counter: z.record(z.string(), z.string()).nullable(),
        coming: z.array(z.string()),
        isMine: z.boolean(),
        /** The one who raised it has said that it was by mistake. */
        mistaken: z.boolean(),
      }),
    ),
    own: z.object({ id, coming: z.int() }).nullable(),
  })
  .meta({ id: 'SilentAlarmList' });

export const AlarmEnd = z.strictObject({ mistaken: z.boolean().default(false) }).meta({ id: 'AlarmEnd' });
/** Null: raised by mistake, and the log has nothing of it. */
export const EndedAlarm = z.object({ disturbanceId: id.nullable() }).meta({ id: 'EndedAlarm' });
export type AlarmList = z.output<typeof AlarmList>;
