import type { PublishedEvent } from '../../../platform/events/event.ts';
import type { Sender } from '../../matters/messages/sending/types.ts';
import type { NoticeSender } from '../../matters/noticing/types.ts';
import type { AddressSender } from '../../matters/own/contact/types.ts';
import { answerDue } from './answering/service.ts';
import { MAILBOX_CHANGED } from './events.ts';
import { startFetching } from './fetching/service.ts';
import { pause } from './fetching/session.ts';
import { addressMailSender } from './sending/addresses.ts';
import { noticeMailSender } from './sending/notices.ts';
import { mailSender } from './sending/sender.ts';
import type { Deliver, MailDeps } from './types.ts';

export { forgetAnswered } from './answering/service.ts';
export { encryptedPasswords } from './mailboxes/passwords.ts';
export { smtpDelivery } from './sending/smtp.ts';

export type EmailChannel = {
  /** For the outbox. */
  sender: Sender;
  /** For the notices' outbox. */
  notices: NoticeSender;
  /** For letters to an address itself, in no matter. */
  letters: AddressSender;
  /** To be told each event of the feed. */
  heard(event: PublishedEvent): void;
  stop(): Promise<void>;
};

const EVERY_MS = 1_000;

/** The channel at work on this node: fetches mail, answers at once that it came, and sends what the outbox hands over. */
export function startEmail(deps: MailDeps, deliver: Deliver): EmailChannel {
  const stopping = new AbortController();
  const fetching = startFetching(deps);
  const answering = answer(deps, deliver, stopping.signal);
  return {
    sender: mailSender(deps, deliver),
    notices: noticeMailSender(deps, deliver),
    letters: addressMailSender(deps, deliver),
    heard: ({ type }) => {
      if (type === MAILBOX_CHANGED) fetching.look();
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([fetching.stop(), answering]);
    },
  };
}

async function answer(deps: MailDeps, deliver: Deliver, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const taken = await answerDue(deps, deliver).catch((error: unknown) => {
      deps.log.warn('automatic answers could not be read', { error });
      return 0;
    });
    if (taken === 0) await pause(EVERY_MS, stopping);
  }
}
