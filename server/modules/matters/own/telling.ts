import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { publishAll } from '../../../platform/events/publish.ts';
import { record } from '../../audit/service.ts';
import { customerEntry } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { markTold } from '../messages/queries.ts';
import { visibleToCustomer } from '../policy.ts';

type Told = { id: string; needId: string | null; requestId: string | null; ownerOrg: string; customerId: string };

/**
 * The page that is about to be drawn shows what waited for its reader to be identified: it has been told from now on. So has what did not
 * arrive by its own channel. Nothing of it is to be read out at a desk any more.
 */
export async function tellWhatWaits(
  trx: Trx,
  caller: CustomerCaller,
  matterId: string,
  requestId: string,
  now: Temporal.Instant,
): Promise<void> {
  const told = await tellSecrets(trx, caller, matterId, now);
  await markLinkRead(trx, caller, matterId, now);
  if (told.length === 0) return;
  for (const { requestId: answered } of told) if (answered) await markTold(trx, answered, now);
  const [{ ownerOrg }] = told as [Told];
  const subjects = told.map(({ id }) => id);
  await record(trx, {
    ...customerEntry(caller, requestId),
    action: 'message.told-own',
    purpose: 'own-matter',
    matterId,
    ownerOrg,
    subjects,
  });
  const facts = (one: Told) => ({ ownerOrg: one.ownerOrg, needId: one.needId, messageId: one.id });
  await publishAll(
    trx,
    told.map((one) => ({ type: 'message.changed', subject: matterId, data: facts(one) })),
  );
}

async function tellSecrets(trx: Trx, caller: CustomerCaller, matterId: string, now: Temporal.Instant): Promise<Told[]> {
  const { rows } = await sql<Told>`update message g set state = 'told', read_at = ${now}::timestamptz, send_at = null from matter m
    where m.id = ${matterId}::uuid and ${visibleToCustomer(caller)} and g.matter_id = m.id and g.direction = 'out' and g.author_id is not null
      and g.state in ('waiting', 'bounced', 'given-up')
    returning g.id, g.need_id as "needId", g.request_id as "requestId", g.owner_org as "ownerOrg", m.customer_id as "customerId"`.execute(
    trx,
  );
  return rows;
}

/** What was only left for the customer to read has been read. */
async function markLinkRead(trx: Trx, caller: CustomerCaller, matterId: string, now: Temporal.Instant): Promise<void> {
  await sql`update message g set read_at = ${now}::timestamptz from matter m where m.id = ${matterId}::uuid and ${visibleToCustomer(caller)}
    and g.matter_id = m.id and g.direction = 'out' and g.channel = 'link' and g.state = 'sent' and g.read_at is null`.execute(trx);
}
