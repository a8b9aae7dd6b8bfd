import { z } from 'zod';
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
    /** Whose turn it is, in the customer's eyes. */
    turn: z.enum(['you', 'us', 'done']),
    dueAt: z.string().nullable(),
    steps: z.array(
      z.object({
        /** Null: an authority's step whose title the customer has not let anybody show. */
        title: z.string().nullable(),
        who: z.enum(['customer', 'staff', 'authority']),
        organisationId: z.uuid().nullable(),
        place: z.string(),
        at: z.string().nullable(),
        deadlineAt: z.string().nullable(),
        state: z.enum(['planned', 'now', 'done']),
        doneAt: z.string().nullable(),
      }),
    ),
    messages: z.array(
      z.object({
        id: z.uuid(),
        from: z.enum(['you', 'us']),
        /** Null: a message that is not shown by a link; it is told at a desk after identification. */
        body: z.string().nullable(),
        at: z.string(),
        files: z.array(AttachedFile),
      }),
    ),
    outcome: Outcome.nullable(),
  })
  .meta({ id: 'FollowPage' });

export type FollowPage = z.infer<typeof FollowPage>;
