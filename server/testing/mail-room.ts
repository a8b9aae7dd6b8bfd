import { type Kysely, sql } from 'kysely';
import type { By } from '../modules/identity/types.ts';
import { MessageInput, type MessageState } from '../modules/matters/messages/schema.ts';
import type { Outbox, Outgoing, Sender, Sent } from '../modules/matters/messages/sending/types.ts';
import { writeMessage } from '../modules/matters/messages/service.ts';
import type { Desk } from '../modules/matters/types.ts';
import type { Tables } from '../platform/db/tables.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { createLog } from '../platform/log/log.ts';

/** A mail provider's stand-in: keeps what leaves, and answers as the test says. */
export function mailRoom(desk: Desk, answer: (outgoing: Outgoing, times: number) => Promise<Sent> | Sent = () => accepted) {
  const out: Outgoing[] = [];
  const sender: Sender = {
    channel: 'email',
    send: async (outgoing) => {
      out.push(outgoing);
      return answer(outgoing, out.length);
    },
  };
  const outbox: Outbox = { ...desk, senders: [sender], log: createLog('silent') };
  return { out, outbox };
}

export const accepted: Sent = { externalId: 'queue-1', response: '250 2.0.0 Ok: queued' };

/** Writes a message as a person of the desk; an e-mail in Finnish when nothing else is said. */
export async function aMessage(desk: Desk, by: By, matterId: string, parts: Record<string, unknown> = {}): Promise<string> {
  const input = MessageInput.parse({ kind: 'message', channel: 'email', language: 'fi', body: 'Hei, tässä vastaus.', ...parts });
  const { id } = await inTransaction(desk.db, (trx) => writeMessage(desk, trx, by, matterId, input));
  return id;
}

export type MessageRow = {
  id: string;
  matter_id: string;
  contact_id: string | null;
  state: MessageState;
  subject: string;
  recipient: string | null;
  attempts: number;
  send_at: Temporal.Instant | null;
  sent_at: Temporal.Instant | null;
  read_at: Temporal.Instant | null;
  delivery_note: string | null;
};

export async function messageOf(db: Kysely<Tables>, id: string): Promise<MessageRow> {
  const found = await sql<MessageRow>`select * from message where id = ${id}::uuid`.execute(db);
  return found.rows[0] as MessageRow;
}

export async function matterOf(db: Kysely<Tables>, id: string) {
  return db.selectFrom('matter').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Actions of the audit entries and types of the events that a matter has, in order. */
export async function tracesOf(db: Kysely<Tables>, matterId: string): Promise<{ audit: string[]; events: string[] }> {
  const audit = await db.selectFrom('audit_entry').select('action').where('matter_id', '=', matterId).orderBy('id').execute();
  const events = await db.selectFrom('event').select('type').where('subject', '=', matterId).orderBy('seq').execute();
  return { audit: audit.map((row) => row.action), events: events.map((row) => row.type) };
}
