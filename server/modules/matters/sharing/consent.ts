import { sql } from 'kysely';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { record } from '../../audit/service.ts';
import { requireRight } from '../../customers/service.ts';
import { nameIn } from '../../directory/service.ts';
import { customerEntry } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { lockMatterItself } from '../locking.ts';
import { variantOf } from '../messages/wording.ts';
import { sightOf } from '../policy.ts';
import { withdrawAskedOf } from '../requests/withdrawing.ts';
import { eventRow } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { endShare, lockOwnConsent } from './queries.ts';
import type { ConsentWording } from './schema.ts';
import { noteRevoked, revokedTrace } from './service.ts';

export type ConsentAbout = { needId: string; organisationId: string; language?: string | undefined };

/**
 * The words to show before asking for consent: what is told to whom, why, and that it may be taken back (GDPR art. 7), in the
 * customer's language when the product speaks it, else in English. The advisor may change them; what is kept is what was shown.
 */
export async function consentWording(desk: Desk, call: Call, matterId: string, about: ConsentAbout): Promise<ConsentWording> {
  const found = await sql<{ language: string; ownerOrg: string; name: string }>`
    select m.language, n.owner_org as "ownerOrg", coalesce(nullif(n.service_name, ''), n.own_words) as name from need n join matter m on m.id = n.matter_id
    where n.id = ${about.needId}::uuid and m.id = ${matterId}::uuid and n.owner_org = any(${sightOf(call.actor).own}::uuid[])`.execute(
    desk.db,
  );
  const need = found.rows[0];
  const { organisations } = await desk.directory.read();
  const [from, to] = [need?.ownerOrg, about.organisationId].map((id) => organisations.find((one) => one.id === id));
  if (!need || !from || !to) throw new NotFound();
  const language = variantOf(about.language ?? need.language);
  const values = { need: need.name, from: nameIn(from.name, language), to: nameIn(to.name, language) };
  return { language, wording: translator(language, 'consent')('wording', values) };
}

/**
 * A signed-in customer takes back a consent of their own (GDPR art. 7(3): as easily as it was given). The other organisation loses
 * sight with this commit, and what was still asked there is withdrawn.
 * @throws NotFound for a share that is not theirs, rests on law or has ended; Forbidden `mandate-too-narrow`
 */
export async function withdrawConsent(desk: Desk, caller: CustomerCaller, requestId: string, shareId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const share = await lockOwnConsent(trx, caller, shareId);
    if (!share) throw new NotFound();
    requireRight(caller, 'write');
    const matter = await lockMatterItself(trx, share.matter_id);
    await withdrawAskedOf(desk, trx, null, matter, { needId: share.need_id, toOrg: share.organisation_id });
    await endShare(trx, share.id, { by: 'customer', how: 'web', at: desk.clock.now() });
    await noteRevoked(trx, share, matter.id, { by: 'customer', personId: null });
    const { action, subjects, ...trace } = revokedTrace(share, matter.id);
    const who = customerEntry(caller, requestId);
    await record(trx, { ...who, action, subjects, purpose: 'own-matter', matterId: matter.id, ownerOrg: share.owner_org });
    await eventRow(trace).execute(trx);
    wakeReadersAfterCommit(trx);
  });
}
