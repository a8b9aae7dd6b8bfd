/** Facts of this module: ids and keys only, never a name, a word of content or an address. The subject is the matter. */
export const matterEvents = [
  'matter.opened',
  'matter.changed',
  'matter.handed-over',
  'matter.closed',
  'matter.reopened',
  'matter.merged',
  'need.changed',
  'need.settled',
  'need.shared',
  'need.unshared',
  'step.changed',
  'contact.noted',
  'contact.changed',
  'contact.removed',
  'contact.wrapped-up',
  'contact.unwrapped',
  'message.received',
  'message.written',
  'message.changed',
  'document.changed',
  'request.asked',
  'request.moved',
  'request.answered',
  'request.due-soon',
  'request.overdue',
  'notice.changed',
  'order.changed',
  'presence.changed',
  'mapping.changed',
] as const;

export type MatterEventType = (typeof matterEvents)[number];

export type MatterEventFacts = {
  ownerOrg: string;
  /** Limits the audience to those who see this need. */
  needId?: string | null;
  requestId?: string;
  messageId?: string;
  contactId?: string;
  documentId?: string;
  mappingId?: string;
  toOrg?: string;
  unitIds?: string[];
  personIds?: string[];
  outcome?: string | null;
  /** The need has been said to be in hand, and not only asked about. */
  inHand?: boolean;
  channel?: string;
};
