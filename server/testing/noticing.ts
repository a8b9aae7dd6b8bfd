import { noticeChannels } from '../modules/matters/noticing/kinds.ts';
import { readQuietHours } from '../modules/matters/noticing/quiet.ts';
import type { NoticeChannel, NoticeOutbox, NoticeSender, NoticeSent, Noticing, OutgoingNotice } from '../modules/matters/noticing/types.ts';
import type { Desk } from '../modules/matters/types.ts';
import { createLog } from '../platform/log/log.ts';
import { PUBLIC_URL } from './app.ts';

/** What telling customers works with, with every channel unless told. */
export function aNoticing(desk: Desk, { channels = noticeChannels }: { channels?: readonly NoticeChannel[] } = {}): Noticing {
  const quietHours = readQuietHours('21:00-08:00', 'Europe/Helsinki');
  return {
    ...desk,
    customerSignIn: true,
    ownPages: `${PUBLIC_URL}/my`,
    channels,
    notices: { quietHours, joinMinutes: 5, deadlineDays: 3, publicUrl: PUBLIC_URL },
  };
}

/** Stand-ins of the outside of every channel that sends: they keep what leaves, and answer as the test says. */
export function noticeRoom(
  noticing: Noticing,
  answer: (notice: OutgoingNotice, channel: NoticeChannel) => Promise<NoticeSent> | NoticeSent = () => taken,
) {
  const out: (OutgoingNotice & { channel: NoticeChannel })[] = [];
  const senders = (['email', 'sms', 'suomifi'] as const).map(
    (channel): NoticeSender => ({
      channel,
      send: async (notice) => {
        out.push({ ...notice, channel });
        return answer(notice, channel);
      },
    }),
  );
  const outbox: NoticeOutbox = {
    ...noticing,
    senders: senders.filter(({ channel }) => noticing.channels.includes(channel)),
    log: createLog('silent'),
  };
  return { out, outbox };
}

const taken: NoticeSent = { externalId: 'taken-1', response: 'taken' };
