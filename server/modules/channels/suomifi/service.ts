import type { Clock } from '../../../platform/clock/clock.ts';
import { Undeliverable } from '../../matters/messages/sending/types.ts';
import type { NoticeSender, OutgoingNotice } from '../../matters/noticing/types.ts';
import { suomifiClient } from './client.ts';
import { deliver } from './delivering.ts';
import { CallFailed, classOf, noteOf } from './failures.ts';
import type { Address, SuomifiSettings } from './types.ts';

export type SuomifiDeps = {
  settings: SuomifiSettings;
  clock: Clock;
  /** The recipient's identity code or business id in clear, null when there is none. */
  identityOf(customerId: string): Promise<string | null>;
};

/** The sender of notices by Suomi.fi messages. A person without a mailbox there is reached by the next channel. */
export function suomifiSender({ settings, clock, identityOf }: SuomifiDeps): NoticeSender {
  const post = suomifiClient(settings, clock);
  let notBefore: Temporal.Instant | undefined;
  return {
    channel: 'suomifi',
    async send(notice, signal) {
      // The service has asked for a pause: the attempt counts, the call is spared.
      if (notBefore && Temporal.Instant.compare(clock.now(), notBefore) < 0) throw new Error('the messages service asked to wait');
      const recipientId = await identityOf(notice.customerId);
      if (!recipientId) throw new Undeliverable('no-identity');
      try {
        const { messageId, by } = await deliver(post, settings, { ...wordsOf(notice), recipientId }, signal);
        return { externalId: messageId, response: `suomifi ${by}` };
      } catch (error) {
        if (error instanceof CallFailed && error.retryAfterMs !== null) notBefore = clock.now().add({ milliseconds: error.retryAfterMs });
        const kind = classOf(error);
        throw error instanceof CallFailed && (kind === 'no-mailbox' || kind === 'refused') ? new Undeliverable(noteOf(error)) : error;
      }
    },
  };
}

/** A notice informs of something; what must be proved to have arrived would be 'Verifiable'. */
function wordsOf({ noticeId, subject, text, postal }: OutgoingNotice) {
  return { externalId: noticeId, serviceType: 'Normal' as const, title: subject, body: text, postal: addressOf(postal) };
}

function addressOf(postal: OutgoingNotice['postal']): Address | null {
  if (!postal?.name || !postal.city) return null;
  return { name: postal.name, streetAddress: postal.street, zipCode: postal.postalCode, city: postal.city, countryCode: 'FI' };
}
