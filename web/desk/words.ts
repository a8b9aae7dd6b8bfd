import { useTranslation } from 'react-i18next';
import type { Channel } from '../../server/modules/matters/contacts/schema.ts';

const channels: readonly string[] = [
  'email',
  'web',
  'phone',
  'counter',
  'letter',
  'sms',
  'chat',
  'video',
  'social',
  'self-service',
  'internal',
  'link',
];

export function isChannel(channel: string): channel is Channel | 'link' {
  return channels.includes(channel);
}

/** "E-mail", "Phone call": a channel by its name. */
export function useChannelName(): (channel: string) => string {
  const { t } = useTranslation('desk');
  return (channel) => (isChannel(channel) ? t(`channels.${channel}`) : channel);
}

/** Someone who has not said who they are, by how they came. */
export function useNameless(): (channel: string) => string {
  const { t } = useTranslation('desk');
  return (channel) => (channel === 'phone' ? t('nameless.phone') : t('nameless.other'));
}
