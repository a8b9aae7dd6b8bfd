import { type AddressObject, type HeaderValue, MailParser } from 'mailparser';
import { firstValue, type HeaderField } from './header-block.ts';
import { limits } from './limits.ts';
import { parseMailDate } from './mail-date.ts';
import type { Address } from './types.ts';
import { mendWords } from './words.ts';

export type MailFields = {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: Address;
  replyTo: Address | null;
  to: Address[];
  cc: Address[];
  subject: string;
  date: Temporal.Instant | null;
};

/** A header value of the form `value; name=value`, as in Content-Type. */
export type Structured = { value: string; params: Record<string, string> };

const readFields = ['from', 'sender', 'return-path', 'reply-to', 'to', 'cc', 'subject'];

export async function readMailFields(fields: HeaderField[]): Promise<MailFields> {
  const parsed = await parseFields(fields.filter(({ name }) => readFields.includes(name)));
  return {
    messageId: messageIds(firstValue(fields, 'message-id'))[0] ?? null,
    inReplyTo: messageIds(firstValue(fields, 'in-reply-to'))[0] ?? null,
    references: messageIds(firstValue(fields, 'references')).slice(-limits.references),
    from: senderOf(parsed),
    replyTo: addresses(parsed.get('reply-to'))[0] ?? null,
    to: addresses(parsed.get('to')),
    cc: addresses(parsed.get('cc')),
    subject: composed(typeof parsed.get('subject') === 'string' ? (parsed.get('subject') as string) : ''),
    date: parseMailDate(firstValue(fields, 'date') ?? ''),
  };
}

// A bounce may come from a name without an address ("MAILER-DAEMON <>"); the name still tells what it is.
function senderOf(parsed: Map<string, HeaderValue>): Address {
  const from = entries(parsed.get('from'));
  const known = from.find(({ address }) => address !== '') ?? addresses(parsed.get('sender'))[0] ?? addresses(parsed.get('return-path'))[0];
  return known ?? from[0] ?? { address: '', name: '' };
}

/** Content-Type and Content-Disposition with their parameters (RFC 2231 and encoded words undone). */
export async function readStructured(fields: HeaderField[]): Promise<{ type: Structured | null; disposition: Structured | null }> {
  const wanted = fields.filter(({ name }) => name === 'content-type' || name === 'content-disposition');
  if (wanted.length === 0) return { type: null, disposition: null };
  const parsed = await parseFields(wanted);
  return { type: structured(parsed.get('content-type')), disposition: structured(parsed.get('content-disposition')) };
}

/** Message-IDs in angle brackets; without any, the words that look like one. */
export function messageIds(value: string | null): string[] {
  if (!value) return [];
  const bracketed = [...value.matchAll(/<([^<>\s]{1,400})>/g)].map(([, id = '']) => id);
  if (bracketed.length > 0) return bracketed;
  return value.split(/[\s,;]+/).filter((part) => /^[^<>\s@]{1,200}@[^<>\s@]{1,200}$/.test(part));
}

export function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

// Everything is kept in NFC: a Mac may write ä as two characters, which no search would find. Addresses stay as they are.
const composed = (text: string) => oneLine(text).normalize();

// mailparser keeps the last of a repeated field; every mail program shows the first.
function parseFields(fields: HeaderField[]): Promise<Map<string, HeaderValue>> {
  const first = fields.filter((field, at) => fields.findIndex(({ name }) => name === field.name) === at);
  const block = first.map(({ name, value }) => `${name}: ${mendWords(value).replaceAll('\n', ' ')}\r\n`).join('');
  return new Promise((resolve, reject) => {
    const parser = new MailParser({ skipTextToHtml: true });
    parser.on('headers', (headers) => resolve(headers));
    parser.on('error', reject);
    parser.on('data', () => undefined);
    parser.end(`${block}\r\n`);
  });
}

function addresses(value: HeaderValue | undefined): Address[] {
  return entries(value).filter(({ address }) => address !== '');
}

function entries(value: HeaderValue | undefined): Address[] {
  const objects = (Array.isArray(value) ? value : [value]) as (AddressObject | undefined)[];
  const flat = objects.flatMap((object) => object?.value ?? []).flatMap((entry) => (entry.group ? entry.group : [entry]));
  return flat
    .map(({ address, name }) => ({ address: oneLine(address ?? '').replaceAll(' ', ''), name: composed(name ?? '') }))
    .slice(0, limits.addresses);
}

function structured(value: HeaderValue | undefined): Structured | null {
  if (typeof value !== 'object' || !('params' in value)) return null;
  const { value: main, params } = value as { value: unknown; params: Record<string, unknown> };
  return {
    value: String(main ?? '')
      .toLowerCase()
      .trim(),
    params: Object.fromEntries(Object.entries(params).map(([name, text]) => [name.toLowerCase(), String(text)])),
  };
}
