import { z } from 'zod';

export const Sensitivity = z.enum(['normal', 'secret']);
export const MessageState = z.enum([
  'received',
  'noted',
  'scheduled',
  'sending',
  'sent',
  'failed',
  'bounced',
  'given-up',
  'undone',
  'waiting',
  'told',
]);

/**
 * What staff write. A secret message never leaves by e-mail or SMS: a neutral notice goes instead and the message waits
 * (`waiting`) until it is told at a desk or read behind strong sign-in.
 */
export const MessageInput = z
  .strictObject({
    kind: z.enum(['message', 'note', 'instruction']),
    channel: z.enum(['email', 'link', 'letter', 'phone', 'counter', 'internal']),
    language: z.string().max(12),
    sensitivity: Sensitivity.default('normal'),
    body: z.string().normalize().trim().min(1).max(50_000),
    needId: z.uuid().nullish(),
    fileIds: z.array(z.uuid()).max(10).default([]),
    /** The support request whose answer this tells: marks it told. */
    requestId: z.uuid().nullish(),
  })
  .meta({ id: 'MessageInput' });

export const AttachedFile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    size: z.int(),
    type: z.string(),
  })
  .meta({ id: 'AttachedFile' });

export const Message = z
  .object({
    id: z.uuid(),
    kind: z.enum(['message', 'note', 'instruction']),
    direction: z.enum(['in', 'out', 'internal']),
    channel: z.string(),
    language: z.string(),
    sensitivity: Sensitivity,
    contactId: z.uuid().nullable(),
    needId: z.uuid().nullable(),
    subject: z.string(),
    body: z.string(),
    /** Folded history. */
    quoted: z.string().nullable(),
    /** True: GET /api/messages/:id/html shows the sanitised original in a sandboxed frame. */
    hasHtml: z.boolean(),
    recipient: z.string().nullable(),
    authorName: z.string().nullable(),
    /** The customer who wrote it signed in, and for whom by a mandate. */
    writtenBy: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    state: MessageState,
    sendAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    createdAt: z.string(),
    deliveryNote: z.string().nullable(),
    files: z.array(AttachedFile),
  })
  .meta({ id: 'Message' });

/** undone: within the minute, while scheduled · now: leave at once · again: after a failure or bounce · told: read out at a desk. */
export const MessageChange = z.strictObject({ state: z.enum(['undone', 'now', 'again', 'told']) }).meta({ id: 'MessageChange' });

/** What exactly leaves, shown under the composer before sending. */
export const OutgoingPreview = z
  .object({
    recipient: z.string().nullable(),
    leaves: z.enum(['message', 'notice', 'nothing']),
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'OutgoingPreview' });

export type MessageInput = z.infer<typeof MessageInput>;
export type MessageState = z.infer<typeof MessageState>;
export type Message = z.infer<typeof Message>;
export type MessageChange = z.infer<typeof MessageChange>;
export type OutgoingPreview = z.infer<typeof OutgoingPreview>;
export type AttachedFile = z.infer<typeof AttachedFile>;
