import { messageIds } from './fields.ts';
import { firstValue, type HeaderField, readHeaderBlock } from './header-block.ts';
import type { Part } from './parts.ts';
import type { Bounce } from './types.ts';

export type DeliveryReport = { outcome: 'failed' | 'delayed' | 'delivered'; bounce: Bounce };

const maxRecipients = 1_000;

/** Reads the machine part of a delivery status notification (RFC 3464). Null when no part is one. */
export function readDeliveryReport(parts: Part[]): DeliveryReport | null {
  const status = parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status');
  if (!status) return null;
  const groups = fieldGroups(status.content);
  const failed = groups.find((group) => actionOf(group) === 'failed');
  const returned = returnedFields(parts);
  const to = firstValue(returned, 'to') ?? '';
  const recipient = failed ?? groups.find((group) => recipientOf(group) !== null) ?? [];
  return {
    outcome: failed ? 'failed' : outcomeOf(recipient),
    bounce: {
      failedAddress: recipientOf(recipient) ?? addressOf(/<([^<>]{3,300})>/.exec(to)?.[1] ?? to),
      status: statusOf(recipient),
      diagnostic: withoutType(firstValue(recipient, 'diagnostic-code')),
      originalMessageId: messageIds(firstValue(returned, 'message-id'))[0] ?? null,
    },
  };
}

/** Header fields of the returned message, wherever the report put them. */
function returnedFields(parts: Part[]): HeaderField[] {
  const kinds = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];
  const returned = parts.find(({ type }) => kinds.includes(type));
  return returned ? readHeaderBlock(returned.content, 0, returned.content.length).fields : [];
}

// One group of fields for the message, then one for each recipient, with blank lines between.
function fieldGroups(content: Buffer): HeaderField[][] {
  const groups: HeaderField[][] = [];
  for (let at = 0; at < content.length && groups.length < maxRecipients; ) {
    const { fields, bodyStart } = readHeaderBlock(content, at, content.length);
    if (fields.length > 0) groups.push(fields);
    if (bodyStart <= at) at = afterLine(content, at);
    else at = bodyStart;
  }
  return groups;
}

function afterLine(content: Buffer, at: number): number {
  const feed = content.indexOf(0x0a, at);
  return feed < 0 ? content.length : feed + 1;
}

function actionOf(group: HeaderField[]): string | null {
  const action = /^[a-z]+/i.exec(firstValue(group, 'action') ?? '')?.[0].toLowerCase() ?? null;
  if (action || recipientOf(group) === null) return action;
  return statusOf(group)?.startsWith('5') ? 'failed' : null;
}

function outcomeOf(group: HeaderField[]): DeliveryReport['outcome'] {
  const action = actionOf(group);
  if (action === 'delayed') return 'delayed';
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'delivered';
  const status = statusOf(group);
  if (status?.startsWith('2')) return 'delivered';
  return status?.startsWith('4') ? 'delayed' : 'failed';
}

// Original-Recipient is where we sent it, but may be rewritten to a list; the final one is what failed.
function recipientOf(group: HeaderField[]): string | null {
  return (
    addressOf(firstValue(group, 'final-recipient')) ??
    addressOf(firstValue(group, 'original-recipient')) ??
    addressOf(firstValue(group, 'x-actual-recipient'))
  );
}

function addressOf(value: string | null): string | null {
  const address = withoutType(value)?.replace(/^[<"\s]+|[>"\s]+$/g, '');
  return address && /^[^\s@<>]{1,200}@[^\s@<>]{1,255}$/.test(address) ? address : null;
}

function statusOf(group: HeaderField[]): string | null {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(firstValue(group, 'status') ?? '')?.[0] ?? null;
}

function withoutType(value: string | null): string | null {
  return value?.replace(/^[\w-]{1,30};\s*/, '').trim() || null;
}
