import { z } from 'zod';

const LONGEST = 1_000;

/** An address that a browser opens as it stands: with neither blanks nor somebody's name and password in it. */
const isAddress = (text: string): boolean => {
  const url = /\s/u.test(text) ? null : URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
};

export const MeetingLinkInput = z
  .strictObject({ version: z.int(), link: z.string().trim().min(1).max(LONGEST).refine(isAddress) })
  .meta({ id: 'MeetingLinkInput' });

/** `isMissing`: it begins within a day, or has begun, and has none. */
export const VideoMeeting = z.object({ link: z.string().nullable(), isMissing: z.boolean() }).meta({ id: 'VideoMeeting' });

/** `videoMeeting` null: the customer is met in another way, or many at once. */
export const MeetingLink = z.object({ version: z.int(), videoMeeting: VideoMeeting.nullable() }).meta({ id: 'MeetingLink' });
export const Linked = z.object({ version: z.int() });

export type MeetingLinkInput = z.output<typeof MeetingLinkInput>;
export type VideoMeeting = z.output<typeof VideoMeeting>;
export type MeetingLink = z.output<typeof MeetingLink>;
