import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Unavailable } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { type ReceivedFile, recordFile } from '../../../platform/files/store.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { requireRight } from '../../customers/service.ts';
import { createSecretLink, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { sendReceipt } from '../../matters/messages/receipts/service.ts';
import { receiveMessage } from '../../matters/messages/receiving/service.ts';
import { openFromChannel } from '../../matters/opening/service.ts';
import { recordOwn } from '../../matters/own/service.ts';
import { MatterInput } from '../../matters/schema.ts';
import type { Desk } from '../../matters/types.ts';
import { unitOfForm } from '../../site/service.ts';
import { matterInputOf, type Sender } from './matter-input.ts';
import type { ContactForm } from './schema.ts';

/** `files` is where attachments are kept. */
export type WebformDeps = { desk: Desk; files: FileDriver; publicUrl: string };

/** What the sender's receipt needs; the token is nowhere else, and empty for one who has signed in: the matter is among their own. */
export type Receipt = { matterId: string; token: string; mailed: boolean };

/** `readIn`: the language the form was read in, also plain Finnish; `wishes`: how and when to answer, in words. */
export type Sent = {
  form: ContactForm;
  received: ReceivedFile[];
  readIn: string;
  wishes: string;
  /** Who has signed in and sends it as such. */
  caller?: CustomerCaller | undefined;
  requestId: string;
};

const LINK_DAYS = 90;

/**
 * Opens a matter from a form that has no faults, once per key; a repeated sending gets a fresh link to the same matter.
 * @throws Unavailable where there is no front office yet; Invalid `idempotency-key-reused` when the same form was sent with other words
 */
export async function sendForm(deps: WebformDeps, key: IdempotencyKey | undefined, sent: Sent): Promise<Receipt> {
  const { desk } = deps;
  const unit = await unitOfForm(desk.db, await desk.directory.read(), sent.form.form || undefined);
  if (!unit) throw new Unavailable();
  const done: Done<Receipt> = await once(
    desk.db,
    key,
    async (trx) => {
      const value = await openMatterOf(deps, trx, unit, sent);
      return { resourceId: value.matterId, status: 303, value };
    },
    async (matterId) => ({
      matterId,
      token: sent.caller ? '' : await inTransaction(desk.db, (trx) => linkTo(desk, trx, matterId)),
      mailed: false,
    }),
  );
  return done.value;
}

/** @throws Forbidden `mandate-too-narrow` */
function senderOf(caller: CustomerCaller): Sender {
  requireRight(caller, 'write');
  return { customerId: handledCustomer(caller), identification: caller.actingFor ? 'mandate' : 'strong' };
}

type FrontUnit = Parameters<typeof openFromChannel>[2];

async function openMatterOf({ desk, publicUrl }: WebformDeps, trx: Trx, unit: FrontUnit, sent: Sent): Promise<Receipt> {
  const { form, received, readIn, wishes, caller } = sent;
  const at = desk.clock.now();
  const sender = caller && senderOf(caller);
  const input = MatterInput.parse(matterInputOf(form, { readIn, wishes, sender }));
  const { id: matterId, contactId } = await openFromChannel(desk, trx, unit, input);
  const files = [];
  for (const file of received) files.push(await recordFile(trx, file, 'claimed'));
  const { messageId } = await receiveMessage(desk, trx, {
    matterId,
    contactId,
    ...(caller ? { by: { customerId: caller.customerId, onBehalfOf: caller.actingFor?.customerId ?? null } } : {}),
    channel: 'web',
    at,
    subject: '',
    body: form.message.trim(),
    files: files.map(({ id, name }) => ({ fileId: id, name })),
  });
  if (caller) {
    await recordOwn(trx, caller, sent.requestId, { id: matterId, owner_org: unit.organisationId }, 'message.written', [messageId]);
    return { matterId, token: '', mailed: false };
  }
  const token = await linkTo(desk, trx, matterId);
  const email = form.email.trim();
  const receipt = {
    matterId,
    contactId,
    email,
    language: receiptLanguage(sent),
    publicUrl,
    linkValidUntil: at.add({ hours: 24 * LINK_DAYS }),
  };
  return { matterId, token, mailed: email !== '' && (await sendReceipt(desk, trx, receipt)) };
}

/** Plain Finnish for those who read the form in it, unless they asked for another language. */
function receiptLanguage({ form, readIn }: Sent): string {
  return form.language === '' || readIn.split('-')[0] === form.language ? readIn : form.language;
}

const linkTo = (desk: Desk, trx: Trx, matterId: string): Promise<string> => createSecretLink(trx, matterId, LINK_DAYS, desk.clock.now());
