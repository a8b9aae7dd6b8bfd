import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { smtpDelivery } from '../server/modules/channels/email/service.ts';
import type { Deliver, MailDeps } from '../server/modules/channels/email/types.ts';
import type { Config } from '../server/platform/config/config.ts';
import { openOutbox } from './mail/outbox.ts';
import { startReceiver } from './mail/receiver.ts';
import { demoMailRoutes } from './mail/routes.ts';
import { seedMailboxes } from './seed/mailboxes.ts';

export type DemoMail = { deliver: Deliver; port: number; stop(): Promise<void> };

/**
 * Mail without mail servers: a receiver on a port of this machine takes what residents send, through the same code as a real mailbox,
 * and what leaves is kept and shown at /demo/outbox. A mailbox that an administrator gives servers of its own works with those.
 */
export async function openDemoMail(
  app: FastifyInstance,
  deps: MailDeps,
  { dataDir, demoSmtpPort }: Pick<Config, 'dataDir' | 'demoSmtpPort'>,
): Promise<DemoMail> {
  await seedMailboxes(deps.desk.db);
  const outbox = await openOutbox(join(dataDir, 'demo-outbox'), deps.files);
  const receiver = await startReceiver(deps, demoSmtpPort);
  demoMailRoutes(app, { outbox, smtpPort: receiver.port, db: deps.desk.db });
  const throughServer = smtpDelivery(deps);
  const deliver: Deliver = (letter, signal) => (letter.mailbox.smtp ? throughServer : outbox.deliver)(letter, signal);
  return { deliver, port: receiver.port, stop: receiver.stop };
}
