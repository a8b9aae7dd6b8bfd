import { z } from 'zod';
import { noticeChannels, noticeKinds, noticeStates } from './kinds.ts';

const Kinds = z.array(z.enum(noticeKinds));

/** On the matter's timeline: what was told, how, and whether it has reached anybody. */
export const Notice = z
  .object({
    id: z.uuid(),
    kinds: Kinds,
    channel: z.enum(noticeChannels),
    state: z.enum(noticeStates),
    language: z.string(),
    /** When it left or was handed out; before that, when it may leave. */
    at: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Notice' });

export const NoticeView = z.object({ view: z.enum(['paper', 'collect', 'given-up', 'slips']).default('paper') });

/** What people have to do: print and post, hand out, find another way; or, of `slips`, give a new slip in the place of a locked one. */
export const NoticeList = z
  .object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        matterId: z.uuid(),
        number: z.string(),
        customerName: z.string().nullable(),
        kinds: Kinds,
        channel: z.enum(noticeChannels),
        language: z.string(),
        createdAt: z.string(),
      }),
    ),
    counts: z.object({ paper: z.int(), collect: z.int(), 'given-up': z.int(), slips: z.int() }),
  })
  .meta({ id: 'NoticeList' });

export const NoticeChange = z.strictObject({ state: z.enum(['printed', 'collected', 'waiting']) }).meta({ id: 'NoticeChange' });

export type Notice = z.infer<typeof Notice>;
export type NoticeView = z.infer<typeof NoticeView>['view'];
export type NoticeList = z.infer<typeof NoticeList>;
export type NoticeChange = z.infer<typeof NoticeChange>;
