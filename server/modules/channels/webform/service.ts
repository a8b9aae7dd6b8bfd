import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Unavailable } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { type ReceivedFile, recordFile } from '../../../platform/files/store.ts';
import { type Done, once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { createSecretLink } from '../../identity/service.ts';
import { sendReceipt } from '../../matters/messages/receipts/service.ts';
import { receiveMessage } from '../../matters/messages/receiving/service.ts';
import { openFromChannel } from '../../matters/opening/service.ts';
import { MatterInput } from '../../matters/schema.ts';
import type { Desk } from '../../matters/types.ts';
import { unitOfForm } from '../../site/service.ts';
import { matterInputOf } from './matter-input.ts';
import type { ContactForm } from './schema.ts';

/** `files` is where attachments are kept. */
export type WebformDeps = { desk: Desk; files: FileDriver; publicUrl: string };

/** What the sender's receipt needs; the token is nowhere else. */
export type Receipt = { matterId: string; token: string; mailed: boolean };

/** `readIn`: the language the form was read in, also plain Finnish; `wishes`: how and when to answer, in words. */
export type Sent = { form: ContactForm; received: ReceivedFile[]; readIn: string; wishes: string };

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
    async (matterId) => ({ matterId, token: await inTransaction(desk.db, (trx) => linkTo(desk, trx, matterId)), mailed: false }),
  );
  return done.value;
}

type FrontUnit = Parameters<typeof openFromChannel>[2];

async function openMatterOf({ desk, publicUrl }: WebformDeps, trx: Trx, unit: FrontUnit, sent: Sent): Promise<Receipt> {
  const { form, received, readIn, wishes } = sent;
  const at = desk.clock.now();
  const input = MatterInput.parse(matterInputOf(form, { readIn, wishes }));
  const { id: matterId, contactId } = await openFromChannel(desk, trx, unit, input);
  const files = [];
  for (const file of received) files.push(await recordFile(trx, file, 'claimed'));
  await receiveMessage(desk, trx, {
    matterId,
    contactId,
    channel: 'web',
    at,
    subject: '',
    body: form.message.trim(),
    files: files.map(({ id, name }) => ({ fileId: id, name })),
  });
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
