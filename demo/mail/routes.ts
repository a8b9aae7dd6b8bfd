import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { newestTextMessages } from '../../server/modules/channels/sms/service.ts';
import type { Db } from '../../server/platform/db/transaction.ts';
import { NotFound } from '../../server/platform/errors.ts';
import { anyone } from '../../server/platform/http/access.ts';
import { empty, page, raw } from '../../server/platform/http/answers.ts';
import { route } from '../../server/platform/http/route.ts';
import { formToken } from '../../server/platform/http/same-origin.ts';
import { localeOf } from '../locale.ts';
import { mailboxes } from '../seed/mailboxes.ts';
import type { DemoOutbox, KeptMail } from './outbox.ts';
import { isShownPicture, outboxPage } from './page.ts';

export type DemoMailDeps = { outbox: DemoOutbox; smtpPort: number; db: Db };

const SHOWN = 30;
const PAGE = '/demo/outbox';
const words = z.string().trim().min(1).max(20_000);
const Shown = z.looseObject({ lang: z.string().optional(), done: z.enum(['replied', 'sent']).optional() });
const Name = z.object({ name: z.string().max(60) });
const FilePlace = Name.extend({ at: z.coerce.number().int().min(0).max(99) });
const Reply = z.strictObject({ text: words });
const FirstMail = z.strictObject({ from: z.email().max(200), subject: z.string().trim().max(200).default(''), text: words });

export function demoMailRoutes(app: FastifyInstance, { outbox, smtpPort, db }: DemoMailDeps): void {
  route(app, {
    method: 'GET',
    url: '/demo/mail.css',
    summary: "The demo outbox's look",
    access: anyone,
    answers: { 200: raw('text/css; charset=utf-8') },
    handle: async () => ({ status: 200, body: await readFile(new URL('./mail.css', import.meta.url)) }),
  });

  route(app, {
    method: 'GET',
    url: PAGE,
    summary: 'What the demo would have sent',
    access: anyone,
    query: Shown,
    answers: { 200: page },
    handle: async ({ query, request, reply }) => {
      const locale = localeOf(request, reply);
      const token = formToken(request, reply);
      const [mails, textMessages, leaving] = await Promise.all([outbox.newest(SHOWN), newestTextMessages(db, SHOWN), leavingMails(db)]);
      const body = outboxPage({
        locale,
        mails,
        textMessages,
        token,
        smtpPort,
        leaving,
        done: query.done ?? null,
        now: Temporal.Now.instant(),
      });
      return { status: 200, body };
    },
  });

  const fileAt = async ({ name, at }: z.infer<typeof FilePlace>) => {
    const file = (await outbox.find(name))?.mail.attachments[at];
    if (!file) throw new NotFound();
    return file;
  };

  route(app, {
    method: 'GET',
    url: '/demo/outbox/:name/files/:at',
    summary: 'A file that came with a mail of the demo',
    access: anyone,
    params: FilePlace,
    answers: { 200: raw('application/octet-stream') },
    handle: async ({ params }) => {
      const { name, content } = await fileAt(params);
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` };
      return { status: 200, body: content, headers };
    },
  });

  route(app, {
    method: 'GET',
    url: '/demo/outbox/:name/pictures/:at',
    summary: 'A picture that a mail of the demo shows',
    access: anyone,
    params: FilePlace,
    answers: { 200: raw('image/png') },
    handle: async ({ params }) => {
      const file = await fileAt(params);
      if (!isShownPicture(file)) throw new NotFound();
      return { status: 200, body: file.content };
    },
  });

  route(app, {
    method: 'POST',
    url: '/demo/outbox/:name/replies',
    summary: 'Answer a mail of the demo as the customer who got it',
    access: anyone,
    params: Name,
    body: Reply,
    form: true,
    answers: { 303: empty },
    handle: async ({ params, body }) => {
      const kept = await outbox.find(params.name);
      if (!kept) throw new NotFound();
      await send(smtpPort, answerTo(kept, body.text));
      return { status: 303, headers: { location: `${PAGE}?done=replied` } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/demo/outbox/mails',
    summary: 'Write to the demo as a resident',
    access: anyone,
    body: FirstMail,
    form: true,
    answers: { 303: empty },
    handle: async ({ body }) => {
      await send(smtpPort, { from: body.from, to: mailboxes[0]?.address, subject: body.subject, text: body.text });
      return { status: 303, headers: { location: `${PAGE}?done=sent` } };
    },
  });
}

/** As a mail programme answers: to Reply-To, in the thread, with the mail quoted below. */
function answerTo({ mail }: KeptMail, text: string): SendMailOptions {
  const quoted = mail.text.split('\n').map((line) => `> ${line}`);
  return {
    from: mail.to[0]?.address,
    to: (mail.replyTo ?? mail.from).address,
    subject: `Re: ${mail.subject}`,
    inReplyTo: `<${mail.messageId}>`,
    references: [...mail.references, mail.messageId].map((id) => `<${id}>`),
    text: `${text}\n\n${mail.from.name} <${mail.from.address}> wrote:\n${quoted.join('\n')}\n`,
  };
}

async function send(port: number, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
}

async function leavingMails(db: Db): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from message
    where direction = 'out' and channel = 'email' and state in ('scheduled', 'sending')`.execute(db);
  return found.rows[0]?.count ?? 0;
}
