import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../../platform/clock/day.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { hashSecret, keyedHash, keyedHashes } from '../../../../platform/keys/keys.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { codeWords } from '../../booking/code-words.ts';
import { openContact } from '../../booking/contact.ts';
import { writeCalendar } from '../../calendar/writing.ts';
import type { Booking } from '../../types.ts';
import * as rows from './queries.ts';
import type { OwnFeed } from './schema.ts';

type Deps = Booking & { publicUrl: string };

/** The secret address of one's own calendar, if one has made it. */
export async function readOwnFeed(deps: Deps, actor: Actor): Promise<OwnFeed> {
  const feed = await rows.feedOfPerson(deps.db, actor.personId);
  const secret = feed && secretOf(deps.keys, feed);
  return { feed: secret ? { address: addressOf(deps, secret), madeAt: feed.madeAt, readOn: feed.readOn } : null };
}

/** Makes an address; one that was is dead from this moment. */
export async function renewFeed(deps: Deps, by: By): Promise<OwnFeed> {
  const { personId } = by.actor;
  const id = randomUUID();
  const now = deps.clock.now();
  await inTransaction(deps.db, async (trx) => {
    await rows.endFeed(trx, personId, now);
    await rows.insertFeed(trx, { id, personId, secretHash: hashSecret(lettersOf(keyedHash(deps.keys, PURPOSE, id))) }, now);
    await recordChange(trx, by, 'calendar-feed.made', personId);
  });
  return readOwnFeed(deps, by.actor);
}

/** The secret address opens nothing any more; programs that follow it are refused from now on. */
export async function dropFeed(deps: Deps, by: By): Promise<void> {
  const { personId } = by.actor;
  await inTransaction(deps.db, async (trx) => {
    await rows.endFeed(trx, personId, deps.clock.now());
    await recordChange(trx, by, 'calendar-feed.ended', personId);
  });
}

/**
 * The calendar behind an address, RFC 5545. It stands on somebody else's servers: codes and ways only, neither a customer nor an authority.
 * @throws NotFound for an address that has been replaced or taken away
 */
export async function drawFeed({ db, keys, clock, publicUrl }: Deps, secret: string): Promise<string> {
  const now = clock.now();
  const feed = /^[\w-]{27}$/.test(secret) ? await rows.feedOfSecret(db, hashSecret(secret)) : undefined;
  if (!feed) throw new NotFound();
  await rows.noteRead(db, feed.id, dayOf(now).toString());
  const b = translator(feed.language, 'calendar-feed');
  const entries = (await rows.entriesOf(db, feed.personId, now)).map((one) => {
    const code = openContact(keys, one.id, one.contact)?.code;
    const { sequence, startsAt, endsAt } = one;
    const summary = [b(`feed.${one.way}`), code && codeWords(code)].filter(Boolean).join(' · ');
    const uid = `${one.id}@${new URL(publicUrl).hostname}`;
    return { uid, sequence, stamp: now, startsAt, endsAt, cancelled: false, summary, location: null, description: null };
  });
  return writeCalendar(entries);
}

const PURPOSE = 'calendar-feed';
/** 27 letters of base64url are 162 bits. */
const LETTERS = 27;

/** Made from its id and our key, so that it can be shown to its owner again though it is not stored; also after the key has turned. */
const secretOf = (keys: Keyring, { id, secretHash }: rows.FeedRow): string | undefined =>
  keyedHashes(keys, PURPOSE, id)
    .map(lettersOf)
    .find((secret) => hashSecret(secret) === secretHash);

const lettersOf = (hash: string) => (hash.split('.').at(-1) as string).slice(0, LETTERS);

const addressOf = ({ publicUrl }: Deps, secret: string) => `${publicUrl}/calendars/${secret}.ics`;
