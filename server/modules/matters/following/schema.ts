import { z } from 'zod';
import { PUBLIC_FILES } from '../../../platform/files/kinds.ts';
import { AttachedFile } from '../messages/schema.ts';
import { Outcome } from '../needs/schema.ts';

/**
 * What the holder of a secret link sees: never secret content, no name, no title (a title may tell of the matter), and an authority is
 * named only where the customer agreed. The page says that it shows a part, whether or not something is left out.
 */
export const FollowPage = z
  .object({
    number: z.string(),
    language: z.string(),
    state: z.enum(['open', 'closed']),
    openedAt: z.string(),
    openedChannel: z.string(),
    /** Whose hours the next promise is counted by. */
    unitId: z.uuid(),
    /** Whose turn it is, in the customer's eyes. */
    turn: z.enum(['you', 'us', 'done']),
    dueAt: z.string().nullable(),
    steps: z.array(
      z.object({
        /** Null: an authority's step, or words that name one, which the customer has not let anybody show. */
        title: z.string().nullable(),
        who: z.enum(['customer', 'staff', 'authority']),
        organisationId: z.uuid().nullable(),
        place: z.string(),
        at: z.string().nullable(),
        deadlineAt: z.string().nullable(),
        state: z.enum(['planned', 'now', 'done']),
        doneAt: z.string().nullable(),
        /** An authority's, which was let see the matter and sees it no more. */
        unseen: z.boolean(),
      }),
    ),
    messages: z.array(
      z.object({
        id: z.uuid(),
        from: z.enum(['you', 'us']),
        /** Null: a message that is not shown by a link; it is told at a desk after identification. */
        body: z.string().nullable(),
        /** Said at a desk already. */
        told: z.boolean(),
        at: z.string(),
        files: z.array(AttachedFile),
      }),
    ),
    outcome: Outcome.nullable(),
  })
  .meta({ id: 'FollowPage' });

export type FollowPage = z.infer<typeof FollowPage>;

/** What residents may send at once, here and in the web form. */
export const FILES = { ...PUBLIC_FILES, maxFiles: 5 };
export const LONGEST_MESSAGE = 20_000;
