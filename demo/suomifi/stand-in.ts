import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/**
 * A stand-in of Suomi.fi Messages REST API v2, as strict as the service is known to be: what it does not know it refuses. In memory. The
 * demo shows what it got; tests make it misbehave through `trouble`.
 */
export type StandIn = { url: string; account: Account; got: Got[]; calls: Call[]; attachments: Map<string, Buffer>; stop(): Promise<void> };

export type Account = { username: string; password: string; serviceId: string };
export type Got = {
  messageId: number;
  externalId: string;
  by: 'electronic' | 'multichannel';
  body: z.infer<typeof Multichannel>;
  at: Temporal.Instant;
};
export type Call = { path: string; status: number };

/** What happens to a call: before, it never reaches the service; after, its answer is lost. */
export type Trouble = { status?: number; headers?: Record<string, string>; body?: object; drop?: 'before' | 'after' };

export type StandInOptions = {
  port?: number;
  /** Whether this person has a mailbox in use. */
  hasMailbox?: (id: string) => boolean;
  trouble?: (path: string, nth: number) => Trouble | undefined;
  /** Seconds a token lives by its answer. */
  tokenSeconds?: number;
  onMessage?: (got: Got) => void;
};

const Address = z.strictObject({
  name: z.string().min(1),
  streetAddress: z.string().min(1),
  zipCode: z.string().regex(/^\d{5}$/),
  city: z.string().min(1),
  countryCode: z.string().length(2),
  additionalName: z.string().optional(),
});
const Attachments = z.array(z.strictObject({ attachmentId: z.uuid() }));
const ServiceType = z.enum(['Normal', 'Verifiable']);
const Electronic = z.strictObject({
  title: z.string().min(1),
  body: z.string().min(1),
  bodyFormat: z.enum(['Text', 'Markdown']),
  messageServiceType: ServiceType,
  replyAllowedBy: z.enum(['Anyone', 'No one']),
  visibility: z.enum(['Normal', 'Recipient only']),
  attachments: Attachments,
  notifications: z.strictObject({
    senderDetailsInNotifications: z.enum(['Organisation and service name', 'None']),
    unreadMessageNotification: z.strictObject({ reminder: z.enum(['Default reminder', 'No reminders']) }),
  }),
});
const Paper = z.strictObject({
  attachments: Attachments.length(1),
  colorPrinting: z.boolean(),
  createAddressPage: z.boolean(),
  rotateLandscapePages: z.boolean(),
  twoSidedPrinting: z.boolean(),
  messageServiceType: ServiceType,
  printingAndEnvelopingService: z.strictObject({
    postiMessaging: z.strictObject({
      username: z.string().min(1),
      password: z.string().min(1),
      contactDetails: z.strictObject({ email: z.email() }),
    }),
    costPool: z.string().optional(),
  }),
  recipient: z.strictObject({ address: Address }),
  sender: z.strictObject({ address: Address }),
});
const ElectronicMessage = z.strictObject({
  externalId: z.string().min(1).max(200),
  recipient: z.strictObject({ id: z.string().min(1) }),
  sender: z.strictObject({ serviceId: z.string().min(1) }),
  electronic: Electronic,
});
const Multichannel = ElectronicMessage.extend({ paperMail: Paper.optional() });
const EndUsers = z.strictObject({ endUsers: z.array(z.strictObject({ id: z.string() })).max(1000) });

type Reply = { status: number; body: object; headers?: Record<string, string> };
type State = Pick<StandIn, 'account' | 'got' | 'attachments'> & { tokens: Set<string>; options: StandInOptions };

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn & { forgetTokens(): void }> {
  const account = {
    username: `polku-${randomBytes(4).toString('hex')}`,
    password: randomBytes(12).toString('hex'),
    serviceId: 'polku-test-service',
  };
  const state: State = { account, got: [], attachments: new Map(), tokens: new Set(), options };
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    answer(state, calls, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account,
    got: state.got,
    attachments: state.attachments,
    calls,
    forgetTokens: () => state.tokens.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(state: State, calls: Call[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const trouble = state.options.trouble?.(path, calls.filter((call) => call.path === path).length + 1);
  if (trouble?.drop === 'before') {
    calls.push({ path, status: 0 });
    return void response.destroy();
  }
  const reply: Reply = trouble?.status
    ? { status: trouble.status, body: trouble.body ?? { reason: 'trouble' }, ...(trouble.headers ? { headers: trouble.headers } : {}) }
    : replyTo(state, request, path, Buffer.concat(chunks));
  calls.push({ path, status: reply.status });
  if (trouble?.drop === 'after') return void response.destroy();
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(JSON.stringify(reply.body));
}

function replyTo(state: State, request: IncomingMessage, path: string, body: Buffer): Reply {
  if (request.method !== 'POST') return { status: 405, body: { reason: 'method' } };
  if (path === '/v1/token') return tokenFor(state, json(body));
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token || !state.tokens.has(token)) return { status: 401, body: { reason: 'unauthorized' } };
  if (path === '/v2/attachments') return keepAttachment(state, request, body);
  if (path === '/v1/mailboxes/active') return activeAmong(state, json(body));
  if (path === '/v2/messages/electronic') return take(state, ElectronicMessage.safeParse(json(body)), 'electronic');
  if (path === '/v2/messages') return take(state, Multichannel.required({ paperMail: true }).safeParse(json(body)), 'multichannel');
  return { status: 404, body: { reason: 'not found' } };
}

function tokenFor({ account, tokens, options }: State, body: unknown): Reply {
  const { username, password } = (body ?? {}) as Record<string, unknown>;
  if (username !== account.username || password !== account.password) return { status: 401, body: { reason: 'credentials' } };
  const token = randomUUID();
  tokens.add(token);
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: options.tokenSeconds ?? 3600 } };
}

function activeAmong({ options }: State, body: unknown): Reply {
  const asked = EndUsers.safeParse(body);
  if (!asked.success) return refusal('VALIDATION');
  return { status: 200, body: { endUsersWithActiveMailbox: asked.data.endUsers.filter(({ id }) => options.hasMailbox?.(id) ?? true) } };
}

function keepAttachment({ attachments }: State, { headers }: IncomingMessage, body: Buffer): Reply {
  if (!/^multipart\/form-data; ?boundary=/.test(headers['content-type'] ?? '') || !body.includes('name="file"'))
    return refusal('VALIDATION');
  const start = body.indexOf('%PDF-');
  if (start < 0) return refusal('ATTACHMENT_NOT_PDF');
  const attachmentId = randomUUID();
  attachments.set(attachmentId, body.subarray(start, body.lastIndexOf('%%EOF') + 5));
  return { status: 201, body: { attachmentId } };
}

type Read = { success: true; data: z.infer<typeof Multichannel> } | { success: false };

function take(state: State, read: Read, by: Got['by']): Reply {
  if (!read.success) return refusal('VALIDATION');
  const { data } = read;
  const known = state.got.find(({ externalId }) => externalId === data.externalId);
  if (known) return { status: 409, body: { reason: 'Message already exists', messageId: known.messageId } };
  if (data.sender.serviceId !== state.account.serviceId) return refusal('SERVICE_NOT_FOUND');
  if (by === 'electronic' && !(state.options.hasMailbox?.(data.recipient.id) ?? true)) return refusal('MAILBOX_NOT_IN_USE');
  const missing = [...data.electronic.attachments, ...(data.paperMail?.attachments ?? [])].find(
    ({ attachmentId }) => !state.attachments.has(attachmentId),
  );
  if (missing) return refusal('ATTACHMENT_NOT_FOUND');
  const got = { messageId: 100_000 + state.got.length, externalId: data.externalId, by, body: data, at: Temporal.Now.instant() };
  state.got.push(got);
  state.options.onMessage?.(got);
  return { status: 200, body: { messageId: got.messageId } };
}

/** Codes as far as they are public; the words beside them are nobody's to read. */
function refusal(errorCode: string): Reply {
  return { status: 400, body: { reason: 'Validation failed', validationErrors: [{ error: `refused: ${errorCode}`, errorCode }] } };
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
