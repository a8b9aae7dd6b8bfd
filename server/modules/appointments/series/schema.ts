import { z } from 'zod';
import { id, instant } from '../../../platform/http/shapes.ts';
import { language, names, people } from '../booking/schema.ts';
import { StaffMeeting } from '../sessions/schema.ts';

const mark = z
  .enum(['present', 'told', 'absent'])
  .nullable()
  .meta({ description: 'Came, said beforehand that they would not, did not come' });

export const Attendance = z
  .object({
    meeting: StaffMeeting,
    /** Marks can be given now. */
    open: z.boolean(),
    attenders: z.array(
      z.object({
        id,
        name: z.string(),
        people,
        language,
        needs: z.array(z.string()),
        interpreterLanguage: z.string().nullable(),
        mark,
        cancelled: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Attendance' });
export const MeetingChoices = z
  .object({ services: z.array(z.object({ id, name: names, minutes: z.int(), pointIds: z.array(id), remotely: z.boolean() })) })
  .meta({ id: 'MeetingChoices' });
export const MarkPlace = z.object({ id, appointmentId: id });
export const MarkInput = z.strictObject({ mark }).meta({ id: 'AttendanceMark' });

export const MissedMeeting = z
  .object({ id, name: names, startsAt: instant, toldAt: instant, customer: z.string() })
  .meta({ id: 'MissedMeeting' });
export const MissedMeetings = z.object({ missed: z.array(MissedMeeting) }).meta({ id: 'MissedMeetings' });
export const MissedCount = z.object({ count: z.int() }).meta({ id: 'MissedMeetingCount' });
export const MissedPlace = z.object({ id });

export const CoursePlace = z.object({ id });

export type Attendance = z.infer<typeof Attendance>;
export type MissedMeeting = z.infer<typeof MissedMeeting>;
