export const noticeKinds = [
  'need-in-hand',
  'need-moved',
  'need-initiated',
  'need-settled',
  'need-ended',
  'deadline',
  'message-waits',
  'data-request-answered',
  'restriction-lifting',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** paper: printed and posted by us · collect: told or given at any point. Both wait for people. */
export const noticeChannels = ['email', 'sms', 'suomifi', 'paper', 'collect'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
export type SentChannel = Exclude<NoticeChannel, 'paper' | 'collect'>;

export const noticeStates = ['waiting', 'sending', 'sent', 'failed', 'given-up', 'printed', 'collected'] as const;
export type NoticeState = (typeof noticeStates)[number];
