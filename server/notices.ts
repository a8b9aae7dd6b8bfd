import type { FastifyInstance } from 'fastify';
import { smsSender } from './modules/channels/sms/service.ts';
import { suomifiSender } from './modules/channels/suomifi/service.ts';
import type { SuomifiSettings } from './modules/channels/suomifi/types.ts';
import { identityInClear } from './modules/customers/identifying/service.ts';
import { readQuietHours } from './modules/matters/noticing/quiet.ts';
import { startNotices } from './modules/matters/noticing/sending/service.ts';
import type { NoticeChannel, NoticeSender, Noticing } from './modules/matters/noticing/types.ts';
import type { Desk } from './modules/matters/types.ts';
import { DEFAULT_ZONE } from './platform/clock/day.ts';
import type { Config } from './platform/config/config.ts';
import type { Keyring } from './platform/keys/keyring.ts';
import type { Log } from './platform/log/log.ts';

/** What telling customers works with here. Text messages are kept in the demo only: there is no provider of them yet. */
export function noticingOf(desk: Desk, { notices, demo, publicUrl }: Config): Noticing {
  const { quietHours, joinMinutes, deadlineDays, suomifi } = notices;
  const channels: NoticeChannel[] = [
    'email',
    ...(demo ? (['sms'] as const) : []),
    ...(demo || suomifi ? (['suomifi'] as const) : []),
    'paper',
    'collect',
  ];
  return {
    ...desk,
    channels,
    notices: {
      quietHours: quietHours && readQuietHours(`${quietHours.from}-${quietHours.until}`, DEFAULT_ZONE),
      joinMinutes,
      deadlineDays,
      publicUrl,
    },
  };
}

type Noticed = { config: Config; keys: Keyring; log: Log; email: NoticeSender };

/** Registers the channels and begins to send. */
export async function startNoticing(
  app: FastifyInstance,
  noticing: Noticing,
  { config, keys, log, email }: Noticed,
): Promise<{ stop(): Promise<void> }> {
  const standIn = config.demo ? await (await import('../demo/suomifi.ts')).openDemoSuomifi(app, config.dataDir) : undefined;
  const settings = suomifiSettings(config) ?? standIn?.settings;
  const identifying = { clock: noticing.clock, keys, testIdentities: config.testIdentities };
  const identityOf = async (customerId: string) =>
    (await identityInClear(noticing.db, identifying, customerId, 'identity-code')) ??
    (await identityInClear(noticing.db, identifying, customerId, 'business')) ??
    null;
  const senders = [
    email,
    ...(noticing.channels.includes('sms') ? [smsSender(noticing)] : []),
    ...(settings ? [suomifiSender({ settings, clock: noticing.clock, identityOf })] : []),
  ];
  const outbox = startNotices({ ...noticing, senders, log });
  return {
    stop: async () => {
      await outbox.stop();
      await standIn?.stop();
    },
  };
}

function suomifiSettings({ notices: { suomifi } }: Config): SuomifiSettings | undefined {
  if (!suomifi?.paper) return suomifi && { ...suomifi, paper: undefined };
  const [name = '', streetAddress = '', zipCode = '', city = ''] = suomifi.paper.sender;
  return { ...suomifi, paper: { ...suomifi.paper, sender: { name, streetAddress, zipCode, city, countryCode: 'FI' } } };
}
