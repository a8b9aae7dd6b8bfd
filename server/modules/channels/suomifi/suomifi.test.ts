import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn, type Trouble } from '../../../../demo/suomifi/stand-in.ts';
import { type FixedClock, fixedClock } from '../../../platform/clock/clock.ts';
import { Undeliverable } from '../../matters/messages/sending/types.ts';
import type { NoticeSent, OutgoingNotice } from '../../matters/noticing/types.ts';
import { suomifiClient } from './client.ts';
import { deliver } from './delivering.ts';
import { CallFailed, classOf } from './failures.ts';
import { suomifiSender } from './service.ts';
import type { SuomifiSettings } from './types.ts';

/** Of the test range: nobody's. */
const CODE = '131052-995P';
const postal = { name: 'Veikko Salo', street: 'Tie 1', postalCode: '00001', city: 'Mallila' };
const paper: SuomifiSettings['paper'] = {
  username: 'paper',
  password: 'paper-secret',
  email: 'paperi@mallila.example',
  sender: { name: 'Mallilan palvelupiste', streetAddress: 'Torikuja 4', zipCode: '00001', city: 'Mallila', countryCode: 'FI' },
};

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

type Service = StandIn & { forgetTokens(): void; clock: FixedClock; settings: SuomifiSettings };

async function aService(options: StandInOptions = {}, withPaper = true): Promise<Service> {
  const standIn = await startStandIn(options);
  running.push(standIn);
  const settings = { url: standIn.url, ...standIn.account, paper: withPaper ? paper : undefined };
  return { ...standIn, clock: fixedClock('2026-11-23T10:00:00Z'), settings };
}

const senderOf = ({ settings, clock }: Service, code: string | null = CODE) =>
  suomifiSender({ settings, clock, identityOf: async () => code });

function aNotice(parts: Partial<OutgoingNotice> = {}): OutgoingNotice {
  const ids = { noticeId: randomUUID(), matterId: randomUUID(), customerId: randomUUID(), ownerOrg: randomUUID(), unitId: randomUUID() };
  const words = {
    subject: 'Asiasi on hoidettu [41 72 83-6]',
    text: 'Hei,\n\nasiasi on hoidettu (nyt).\n\nhttps://polku.example/my',
    short: '',
  };
  return { ...ids, ...words, matterNumber: '4172836', language: 'fi', email: null, phone: null, postal, ...parts };
}

const signal = () => AbortSignal.timeout(5000);
const paths = ({ calls }: StandIn) => calls.map(({ path }) => path);
/** The same trouble for the nth call of a path. */
const once = (path: string, trouble: Trouble, nth = 1) => ({
  trouble: (at: string, n: number) => (at === path && n === nth ? trouble : undefined),
});

test('a person with a mailbox gets an electronic message that shows the sender to nobody else', async () => {
  const service = await aService();
  const notice = aNotice();
  expect(await senderOf(service).send(notice, signal())).toEqual({ externalId: '100000', response: 'suomifi electronic' });
  expect(paths(service)).toEqual(['/v1/token', '/v1/mailboxes/active', '/v2/messages/electronic']);
  expect(service.got).toMatchObject([
    {
      externalId: notice.noticeId,
      body: {
        recipient: { id: CODE },
        sender: { serviceId: service.account.serviceId },
        electronic: {
          title: notice.subject,
          body: notice.text,
          messageServiceType: 'Normal',
          visibility: 'Recipient only',
          notifications: { senderDetailsInNotifications: 'None' },
        },
      },
    },
  ]);
  expect(service.got[0]?.body.paperMail).toBeUndefined();
});

test('one without a mailbox gets it on paper, with the page uploaded', async () => {
  const service = await aService({ hasMailbox: () => false });
  expect(await senderOf(service).send(aNotice(), signal())).toMatchObject({ response: 'suomifi multichannel' });
  const [{ body } = { body: undefined }] = service.got;
  expect(body?.paperMail).toMatchObject({
    recipient: { address: { name: 'Veikko Salo', zipCode: '00001' } },
    createAddressPage: true,
    messageServiceType: 'Normal',
  });
  const [pdf] = service.attachments.values();
  const words = pdf?.toString('latin1') ?? '';
  expect(words.startsWith('%PDF-1.4')).toBe(true);
  expect(words).toContain('asiasi on hoidettu \\(nyt\\).');
  expect(words).not.toContain(CODE);
});

test('a mailbox closed between asking and sending leads to paper too', async () => {
  let asked = 0;
  const service = await aService({ hasMailbox: () => asked++ === 0 });
  expect(await senderOf(service).send(aNotice(), signal())).toMatchObject({ response: 'suomifi multichannel' });
  expect(service.got).toHaveLength(1);
});

test.each<[string, boolean, Partial<OutgoingNotice>]>([
  ['no paper set up', false, {}],
  ['no address', true, { postal: null }],
  ['half an address', true, { postal: { ...postal, city: '' } }],
])('with neither mailbox nor paper (%s) the next channel is asked', async (_, withPaper, parts) => {
  const service = await aService({ hasMailbox: () => false }, withPaper);
  await expect(senderOf(service).send(aNotice(parts), signal())).rejects.toMatchObject({
    name: 'Undeliverable',
    note: 'suomifi 400 MAILBOX_NOT_IN_USE',
  });
  expect(service.got).toEqual([]);
});

test('who has no identity code is not asked about', async () => {
  const service = await aService();
  await expect(senderOf(service, null).send(aNotice(), signal())).rejects.toBeInstanceOf(Undeliverable);
  expect(service.calls).toEqual([]);
});

describe('one message, however often it is tried', () => {
  test.each(['/v2/messages/electronic', '/v2/messages'])('after an answer of %s was lost', async (path) => {
    const service = await aService({ hasMailbox: () => path === '/v2/messages/electronic', ...once(path, { drop: 'after' }) });
    const [sender, notice] = [senderOf(service), aNotice()];
    const lost = await sender.send(notice, signal()).catch((error: unknown) => error);
    expect(lost).not.toBeInstanceOf(Undeliverable);
    expect(classOf(lost)).toBe('passing');
    const again = await sender.send(notice, signal());
    expect(again.externalId).toBe(String(service.got[0]?.messageId));
    expect(service.got).toHaveLength(1);
    expect(service.calls.at(-1)).toEqual({ path, status: 409 });
  });

  test('by another process, and at the same moment', async () => {
    const service = await aService();
    const notice = aNotice();
    const sent = await Promise.all(
      [senderOf(service), senderOf(service), senderOf(service)].map((sender) => sender.send(notice, signal())),
    );
    expect(new Set(sent.map(({ externalId }) => externalId)).size).toBe(1);
    expect(service.got).toHaveLength(1);
  });

  test('also when the first went to a mailbox that is closed by the second', async () => {
    let open = true;
    const service = await aService({ hasMailbox: () => open, ...once('/v2/messages/electronic', { drop: 'after' }) });
    const [sender, notice] = [senderOf(service), aNotice()];
    await expect(sender.send(notice, signal())).rejects.toThrow();
    open = false;
    expect(await sender.send(notice, signal())).toMatchObject({ externalId: '100000' });
    expect(service.got).toHaveLength(1);
  });
});

describe('the token', () => {
  const tokens = (service: Service) => paths(service).filter((path) => path === '/v1/token').length;

  test('is fetched once, for calls at the same moment too, and renewed before it ends', async () => {
    const service = await aService({ tokenSeconds: 600 });
    const sender = senderOf(service);
    await Promise.all([sender.send(aNotice(), signal()), sender.send(aNotice(), signal()), sender.send(aNotice(), signal())]);
    expect(tokens(service)).toBe(1);
    service.clock.advance({ seconds: 539 });
    await sender.send(aNotice(), signal());
    expect(tokens(service)).toBe(1);
    service.clock.advance({ seconds: 2 });
    await sender.send(aNotice(), signal());
    expect(tokens(service)).toBe(2);
  });

  test('is renewed once when the service no longer knows it', async () => {
    const service = await aService();
    const sender = senderOf(service);
    await sender.send(aNotice(), signal());
    service.forgetTokens();
    await Promise.all([sender.send(aNotice(), signal()), sender.send(aNotice(), signal())]);
    expect(tokens(service)).toBe(2);
    expect(service.got).toHaveLength(3);
  });

  test('that is refused again, or cannot be had, is ours to put right: nothing is given up', async () => {
    const always = await aService({ trouble: (path) => (path === '/v1/token' ? undefined : { status: 401 }) });
    const refused = await senderOf(always)
      .send(aNotice(), signal())
      .catch((error: unknown) => error);
    expect(classOf(refused)).toBe('ours');
    expect(refused).not.toBeInstanceOf(Undeliverable);
    expect(tokens(always)).toBe(2);
    const service = await aService({ trouble: (path, nth) => (path === '/v1/token' && nth === 1 ? { status: 503 } : undefined) });
    const sender = senderOf(service);
    await expect(sender.send(aNotice(), signal())).rejects.toBeInstanceOf(CallFailed);
    expect(await sender.send(aNotice(), signal())).toMatchObject({ response: 'suomifi electronic' });
  });
});

describe('refusals', () => {
  test.each([
    [429, 'passing'],
    [500, 'passing'],
    [502, 'passing'],
    [503, 'passing'],
    [408, 'passing'],
    [403, 'ours'],
  ] as const)('%s is tried again', async (status, kind) => {
    const service = await aService(once('/v2/messages/electronic', { status }));
    const [sender, notice] = [senderOf(service), aNotice()];
    const failed = await sender.send(notice, signal()).catch((error: unknown) => error);
    expect(failed).not.toBeInstanceOf(Undeliverable);
    expect(classOf(failed)).toBe(kind);
    expect(await sender.send(notice, signal())).toMatchObject({ response: 'suomifi electronic' });
    expect(service.got).toHaveLength(1);
  });

  test.each([400, 404, 413, 422])('%s is for good, and only its code is kept', async (status) => {
    const body = {
      reason: `no ${CODE}`,
      validationErrors: [
        { error: `bad ${CODE}`, errorCode: 'RECIPIENT_NOT_VALID' },
        { error: CODE, errorCode: CODE },
      ],
    };
    const service = await aService(once('/v2/messages/electronic', { status, body }));
    const failed = await senderOf(service)
      .send(aNotice(), signal())
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Undeliverable);
    expect((failed as Undeliverable).note).toBe(`suomifi ${status} RECIPIENT_NOT_VALID`);
    expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed as object))).not.toContain(CODE);
  });

  test('what the service asks to wait, it is given', async () => {
    const service = await aService(once('/v1/mailboxes/active', { status: 429, headers: { 'retry-after': '120' } }));
    const sender = senderOf(service);
    await expect(sender.send(aNotice(), signal())).rejects.toThrow();
    const before = service.calls.length;
    await expect(sender.send(aNotice(), signal())).rejects.toThrow('asked to wait');
    expect(service.calls).toHaveLength(before);
    service.clock.advance({ seconds: 120 });
    expect(await sender.send(aNotice(), signal())).toMatchObject({ response: 'suomifi electronic' });
  });

  test.each<[string, Trouble]>([
    ['a connection that breaks before', { drop: 'before' }],
    ['an answer that is no JSON message', { status: 200, body: [] }],
    ['a conflict that is not about our id', { status: 409, body: { reason: 'other' } }],
  ])('%s makes no sent message', async (_, trouble) => {
    const service = await aService(once('/v2/messages/electronic', trouble));
    const result: NoticeSent | unknown = await senderOf(service)
      .send(aNotice(), signal())
      .catch((error: unknown) => error);
    expect(result).toBeInstanceOf(Error);
    expect(service.got).toEqual([]);
  });

  test('the service is never followed elsewhere with a token and an identity code', async () => {
    const other = await aService();
    const service = await aService(
      once('/v2/messages/electronic', { status: 307, headers: { location: `${other.url}/v2/messages/electronic` } }),
    );
    await expect(senderOf(service).send(aNotice(), signal())).rejects.toThrow();
    expect(other.calls).toEqual([]);
  });
});

test('a verifiable message says so in both of its parts', async () => {
  const service = await aService({ hasMailbox: () => false });
  const post = suomifiClient(service.settings, service.clock);
  const address = { name: 'Veikko Salo', streetAddress: 'Tie 1', zipCode: '00001', city: 'Mallila', countryCode: 'FI' };
  const message = {
    externalId: 'v-1',
    recipientId: CODE,
    serviceType: 'Verifiable',
    title: 'Sinulle on viesti',
    body: 'Hei',
    postal: address,
  } as const;
  await deliver(post, service.settings, message, signal());
  expect(service.got[0]?.body).toMatchObject({
    electronic: { messageServiceType: 'Verifiable' },
    paperMail: { messageServiceType: 'Verifiable' },
  });
});
