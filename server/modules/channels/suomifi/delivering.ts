import { z } from 'zod';
import type { Post } from './client.ts';
import { CallFailed, classOf } from './failures.ts';
import { pageOf } from './pdf.ts';
import type { MessageBody, PaperMailPart, SuomifiSettings, ToDeliver } from './types.ts';

const Sent = z.object({ messageId: z.union([z.number(), z.string()]) });
const Active = z.object({ endUsersWithActiveMailbox: z.array(z.object({ id: z.string() })) });
const Uploaded = z.object({ attachmentId: z.string() });

export type Delivered = { messageId: string; by: 'electronic' | 'multichannel' };

/**
 * Delivers one message: electronically to who has a mailbox in use, else as a multichannel message that the service prints and posts.
 * The same `externalId` again makes no second message: the service answers 409 with the first one's id.
 * @throws CallFailed (`no-mailbox` when there is neither mailbox nor paper), or what the connection throws
 */
export async function deliver(post: Post, settings: SuomifiSettings, message: ToDeliver, signal: AbortSignal): Promise<Delivered> {
  if (await hasMailbox(post, message.recipientId, signal)) {
    try {
      return await put(post, '/v2/messages/electronic', electronicBody(settings, message), 'electronic', signal);
    } catch (error) {
      // Closed since it was asked.
      if (classOf(error) !== 'no-mailbox') throw error;
    }
  }
  if (!settings.paper || !message.postal) throw new CallFailed(400, ['MAILBOX_NOT_IN_USE'], null);
  const paperMail = await paperPart(post, settings, message, signal);
  return put(post, '/v2/messages', { ...electronicBody(settings, message), paperMail }, 'multichannel', signal);
}

async function hasMailbox(post: Post, id: string, signal: AbortSignal): Promise<boolean> {
  const { body } = await post('/v1/mailboxes/active', { endUsers: [{ id }] }, signal);
  return Active.parse(body).endUsersWithActiveMailbox.some((user) => user.id === id);
}

async function put(post: Post, path: string, body: MessageBody, by: Delivered['by'], signal: AbortSignal): Promise<Delivered> {
  const answer = await post(path, body, signal);
  const sent = Sent.safeParse(answer.body);
  // A conflict about anything else than our id is a refusal.
  if (!sent.success) throw new CallFailed(answer.status === 409 ? 409 : 502, [], null);
  return { messageId: String(sent.data.messageId), by };
}

function electronicBody({ serviceId }: SuomifiSettings, { externalId, recipientId, title, body, serviceType }: ToDeliver): MessageBody {
  return {
    externalId,
    recipient: { id: recipientId },
    sender: { serviceId },
    electronic: {
      title,
      body,
      bodyFormat: 'Text',
      messageServiceType: serviceType,
      replyAllowedBy: 'No one',
      visibility: 'Recipient only',
      attachments: [],
      notifications: { senderDetailsInNotifications: 'None', unreadMessageNotification: { reminder: 'Default reminder' } },
    },
  };
}

async function paperPart(post: Post, { paper }: SuomifiSettings, message: ToDeliver, signal: AbortSignal): Promise<PaperMailPart> {
  if (!paper || !message.postal) throw new Error('no paper');
  const form = new FormData();
  form.set('file', new Blob([pageOf(message.title, message.body)], { type: 'application/pdf' }), 'notice.pdf');
  const { attachmentId } = Uploaded.parse((await post('/v2/attachments', form, signal)).body);
  const { username, password, email, sender } = paper;
  return {
    attachments: [{ attachmentId }],
    colorPrinting: false,
    createAddressPage: true,
    rotateLandscapePages: false,
    twoSidedPrinting: false,
    messageServiceType: message.serviceType,
    printingAndEnvelopingService: { postiMessaging: { username, password, contactDetails: { email } } },
    recipient: { address: message.postal },
    sender: { address: sender },
  };
}
