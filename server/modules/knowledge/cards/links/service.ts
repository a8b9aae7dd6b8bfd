import type { Kysely } from 'kysely';
import type { Clock } from '../../../../platform/clock/clock.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { internet, type Reach } from '../../../../platform/reach.ts';
import { cardChanged } from '../events.ts';
import { lockAnyCard } from '../queries.ts';
import { openOnce, settleLinks } from '../tasks/queries.ts';
import { cardsWithLink, forgetLinks, linksInUse, writeFinding } from './queries.ts';
import { type Found, visit } from './visit.ts';

type Checking = { db: Kysely<Tables>; clock: Clock; log: Log; reach?: Reach };

/** Visits at once: few, so that nobody's server takes us for an attack. */
const AT_ONCE = 4;

/**
 * The job of each night (requirement K1): visits every link of the cards in use. One that does not answer is tried once more after the
 * others; then it shows on its cards, and their owners have a task until it works or is gone. Where nobody at all answers, this machine has no
 * way out, and nothing is said of any link.
 * @returns how many links were visited and how many of them do not work
 */
export async function checkLinks({ db, clock, log, reach = internet }: Checking): Promise<{ visited: number; broken: number }> {
  const inUse = await linksInUse(db);
  const urls = inUse.filter((url) => !leadsNowhere(url));
  const first = await visitAll(urls, reach);
  if (urls.length > 0 && [...first.values()].every(isSilence)) {
    log.warn('no card link could be checked: nothing on the internet answers', { total: urls.length });
    return { visited: urls.length, broken: 0 };
  }
  const again = await visitAll(
    urls.filter((url) => isFault(first.get(url))),
    reach,
  );
  const found = new Map([...first, ...again]);
  for (const [url, finding] of found) if (finding !== 'unknown') await tellOf({ db, clock }, url, finding);
  await forgetLinks(db, inUse);
  await settle(db, clock.now());
  const broken = [...found.values()].filter(isFault).length;
  log.info('card links checked', { total: urls.length, failed: broken });
  return { visited: urls.length, broken };
}

/** What a machine behind a closed firewall, or with a name server of its own network only, hears of every link. */
const isSilence = (finding: Found): boolean => ['unknown', 'no-answer', 'no-such-name'].includes(finding);

const isFault = (finding: Found | undefined): boolean => finding !== undefined && finding !== 'works' && finding !== 'unknown';

/** Names that are kept for examples and tests (RFC 2606, RFC 6761), as in a demo's own content. */
const leadsNowhere = (url: string): boolean =>
  /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$/i.test(new URL(url).hostname);

async function visitAll(urls: readonly string[], reach: Reach): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const left = [...urls];
  const worker = async () => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) found.set(url, await visit(url, reach));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

async function tellOf({ db, clock }: Pick<Checking, 'db' | 'clock'>, url: string, finding: Exclude<Found, 'unknown'>): Promise<void> {
  const now = clock.now();
  await inTransaction(db, async (trx) => {
    await writeFinding(trx, url, finding === 'works' ? null : finding, now);
    if (finding === 'works') return;
    for (const id of await cardsWithLink(trx, url)) {
      const card = await lockAnyCard(trx, id);
      if (card && (await openOnce(trx, { cardId: id, kind: 'link', about: url, now }))) await cardChanged(trx, card);
    }
  });
}

async function settle(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const id of new Set(await settleLinks(trx, now))) {
      const card = await lockAnyCard(trx, id);
      if (card) await cardChanged(trx, card);
    }
  });
}
