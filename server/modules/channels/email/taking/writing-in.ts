import type { Trx } from '../../../../platform/db/transaction.ts';
import { recordFile } from '../../../../platform/files/store.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { CustomerInput } from '../../../customers/schema.ts';
import { findUnit } from '../../../directory/service.ts';
import type { Unit } from '../../../directory/types.ts';
import { linkFromChannel } from '../../../matters/merging/service.ts';
import { receiveMessage, takesMessages } from '../../../matters/messages/receiving/service.ts';
import { openFromChannel } from '../../../matters/opening/service.ts';
import { MatterInput } from '../../../matters/schema.ts';
import { variantOf } from '../../../matters/service.ts';
import { claimAutoAnswer } from '../answering/queries.ts';
import { isAddress } from '../sending/sender.ts';
import type { Mailbox, MailDeps } from '../types.ts';
import { type Evidence, senderHash, whereItJoins } from './joining.ts';
import { customerOf, insertThread, onlyCustomerWith } from './queries.ts';
import { answerTo, LONGEST_TEXT, languageOf, nameOf, readsAnswers, titleOf } from './rules.ts';
import { became, type Outcome, type ReadyMail } from './types.ts';

/**
 * What a person wrote joins the sender's matter or opens one. `From` identifies nobody: at most the address is a known one, and a matter
 * that was closed too long ago goes on in a new one beside it.
 */
export async function writeIn(deps: MailDeps, trx: Trx, box: Mailbox, mail: ReadyMail, at: Temporal.Instant): Promise<Outcome> {
  const { joins, seeAlso } = await whereItJoins(trx, deps.keys, mail);
  if (joins && (await takesMessages(deps.desk, trx, joins.matterId)) !== 'closed') {
    return became(await join(deps, trx, mail, at, joins));
  }
  const before = joins?.matterId ?? seeAlso;
  const opened = await open(deps, trx, box, mail, at, joins ? await customerOf(trx, joins.matterId) : undefined);
  if (before) await linkFromChannel(trx, opened.matterId, before);
  return became(opened.messageId);
}

async function join(
  deps: MailDeps,
  trx: Trx,
  mail: ReadyMail,
  at: Temporal.Instant,
  { matterId, by }: { matterId: string; by: Evidence },
): Promise<string> {
  const identification = by === 'token' ? 'known-contact' : 'claimed';
  return receive(deps, trx, mail, { matterId, at, identification });
}

async function open(
  deps: MailDeps,
  trx: Trx,
  box: Mailbox,
  mail: ReadyMail,
  at: Temporal.Instant,
  knownCustomerId: string | undefined,
): Promise<{ matterId: string; messageId: string }> {
  const unit = await openUnit(trx, box.unitId);
  const language = languageOf(`${mail.subject}\n${mail.newText}`, box.language);
  const answer = answerTo(mail);
  const customerId = knownCustomerId ?? (answer.direct ? await onlyCustomerWith(trx, unit.organisationId, mail.from.address) : undefined);
  const title = titleOf(mail) || translator(variantOf(language), 'message')('untitled-mail');
  const identification = customerId ? 'known-contact' : 'none';
  const matter = await openFromChannel(
    deps.desk,
    trx,
    unit,
    MatterInput.parse({
      title,
      language,
      ...(customerId ? { customerId } : { customer: newCustomer(mail, answer.address, language) }),
      contact: { channel: 'email', identification, startedAt: at.toString() },
      needs: [{ ownWords: title }],
    }),
  );
  const messageId = await receive(deps, trx, mail, { matterId: matter.id, contactId: matter.contactId, at, language });
  if (box.autoAnswer && isAddress(answer.address) && readsAnswers(answer.address)) {
    const hash = senderHash(deps.keys, answer.address);
    await claimAutoAnswer(trx, {
      senderHash: hash,
      mailboxId: box.id,
      matterId: matter.id,
      inReplyTo: mail.messageId,
      at: deps.desk.clock.now(),
    });
  }
  return { matterId: matter.id, messageId };
}

type Into = Pick<Parameters<typeof receiveMessage>[2], 'matterId' | 'contactId' | 'identification' | 'at' | 'language'>;

async function receive(deps: MailDeps, trx: Trx, mail: ReadyMail, into: Into): Promise<string> {
  const files = [];
  for (const { file, contentId } of mail.stored) {
    const { id, name } = await recordFile(trx, file, 'claimed');
    files.push({ fileId: id, name, contentId });
  }
  const { messageId, matterId } = await receiveMessage(deps.desk, trx, {
    ...into,
    channel: 'email',
    subject: mail.subject.slice(0, 500),
    body: mail.newText.slice(0, LONGEST_TEXT),
    bodyHtml: mail.html,
    quoted: mail.quotedText.slice(0, LONGEST_TEXT) || null,
    files,
  });
  if (mail.messageId) {
    const addressHash = senderHash(deps.keys, mail.from.address);
    await insertThread(trx, { rfcMessageId: mail.messageId, matterId, messageId, addressHash, at: into.at });
  }
  return messageId;
}

/** What the mail claims of its sender; an address we could not answer to is left out. */
function newCustomer(mail: ReadyMail, address: string, language: string): CustomerInput {
  const email = CustomerInput.shape.email.safeParse(address);
  return CustomerInput.parse({ ...nameOf(mail.from.name), language, email: email.success ? email.data : null });
}

/** The mailbox's unit, or whoever carries on a closed one. */
async function openUnit(trx: Trx, unitId: string): Promise<Unit> {
  let unit = (await findUnit(trx, unitId)) as Unit;
  for (let hop = 0; hop < 10 && !unit.active && unit.successorId; hop++) unit = (await findUnit(trx, unit.successorId)) as Unit;
  return unit;
}
