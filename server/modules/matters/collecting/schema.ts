import { z } from 'zod';
import { FollowPage } from '../following/schema.ts';
import { AttachedFile } from '../messages/schema.ts';

export const CollectingIdentification = z.enum(['none', 'document-seen', 'strong', 'mandate']);
export type CollectingIdentification = z.infer<typeof CollectingIdentification>;

export const CollectingInput = z.strictObject({ number: z.string().max(40), pin: z.string().max(40) }).meta({ id: 'CollectingInput' });

export const CollectingIdentified = z
  .strictObject({
    level: CollectingIdentification.exclude(['none']),
    /** The name on the document beside the one the customer gave in the matter; `differs` ends the occasion. */
    name: z.enum(['same', 'not-given', 'differs']),
  })
  .meta({ id: 'CollectingIdentified' });

/** What waits for a customer, and nothing else of the matter. */
export const Collecting = z
  .object({
    id: z.uuid(),
    number: z.string(),
    language: z.string(),
    endsAt: z.string(),
    identification: CollectingIdentification,
    /** The name the customer has given, to compare; null when they have given none, or nothing asks for it. */
    statedName: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    turn: z.enum(['you', 'us', 'done']),
    dueAt: z.string().nullable(),
    messages: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['message', 'instruction']),
        at: z.string(),
        language: z.string(),
        sensitivity: z.enum(['normal', 'secret']),
        /** Null: secret, and the customer has not been identified. */
        body: z.string().nullable(),
        told: z.boolean(),
        files: z.array(AttachedFile),
      }),
    ),
    /** What has happened in the matter that nobody has told the customer yet. */
    news: z.array(z.object({ id: z.uuid(), kinds: z.array(z.string()), createdAt: z.string() })),
    steps: FollowPage.shape.steps,
    /** How many papers the customer has left. What a paper is may tell as much as a message: titles come after identification. */
    documentCount: z.int(),
    documents: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['original', 'copy']),
        title: z.string(),
        arrivedAt: z.string(),
        state: z.enum(['here', 'passed-on', 'given-back', 'sent-back']),
        stateAt: z.string(),
        returnBy: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Collecting' });

export type Collecting = z.infer<typeof Collecting>;
export type CollectingIdentified = z.infer<typeof CollectingIdentified>;
