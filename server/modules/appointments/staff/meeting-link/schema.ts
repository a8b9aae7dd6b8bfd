import { z } from 'zod';

const LONGEST = 1_000;

/**
 * An address that a browser opens as it stands: with neither blanks, signs that are not seen nor somebody's name and password in it. Without
 * its two slashes a page of ours would take it for a place of ours, though it is a whole address by itself.
 */
const isAddress = (text: string): boolean => {
  const url = /^https:\/\/[^/\s\\\p{C}][^\s\\\p{C}]*$/iu.test(text) ? URL.parse(text) : null;
  return url !== null && url.username === '' && url.password === '';
};

export const MeetingLinkInput = z
  .strictObject({
    version: z.int(),
    link: z.string().trim().min(1).max(LONGEST).refine(isAddress),
    /** For every meeting of its course that is still to be held. */
    wholeCourse: z.boolean().default(false),
  })
  .meta({ id: 'MeetingLinkInput' });

/** `isMissing`: it begins within a day, or has begun, and has none. */
export const VideoCall = z.object({ link: z.string().nullable(), isMissing: z.boolean() }).meta({ id: 'VideoCall' });

/** `videoCall` null: met in another way, or a place at a meeting of many, which says it itself. `who`: meets by it; of a course others are still to be held. */
export const MeetingLink = z
  .object({ version: z.int(), videoCall: VideoCall.nullable(), who: z.enum(['customer', 'meeting', 'course']) })
  .meta({ id: 'MeetingLink' });
export const Linked = z.object({ version: z.int() });

export type MeetingLinkInput = z.output<typeof MeetingLinkInput>;
export type VideoCall = z.output<typeof VideoCall>;
export type MeetingLink = z.output<typeof MeetingLink>;
