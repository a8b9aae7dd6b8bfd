import { formatDateTime } from '../../../platform/clock/format.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { isLocale, type Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import { codeWords } from '../booking/code-words.ts';
import { openContact } from '../booking/contact.ts';
import { meetingLinksOf } from '../booking/meeting-link.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { forAnybodyAmong } from '../pages/queries.ts';
import { placesOfParts } from '../stops/places.ts';
import { againWords, bookAddress } from '../telling/again.ts';
import { codePicture } from '../telling/code-picture.ts';
import type { LetterKind } from '../telling/queries.ts';
import { type BookerLetter, shortOf } from '../telling/senders.ts';
import { jointCalendarOf } from './calendar.ts';
import { cancelledUntold, type JointRow, jointOf, partsOfJoint } from './queries.ts';
import { jointSecretOf } from './secrets.ts';

type Deps = { db: Db; keys: Keyring; publicUrl: string; clock: { now(): Temporal.Instant } };
type Claimed = { id: string; jointId: string; version: number; kind: LetterKind };

/** Null when a later version says more, nobody may be written to, or it is too late to remind. */
export async function jointLetterOf(deps: Deps, claimed: Claimed): Promise<BookerLetter | null> {
  const joint = await jointOf(deps.db, claimed.jointId);
  const parts = joint ? await partsOfJoint(deps.db, claimed.jointId) : [];
  const [first] = parts;
  const contact = first && openContact(deps.keys, first.id, first.contact);
  if (!joint || !first || !contact || joint.version !== claimed.version) return null;
  const live = parts.filter(({ state }) => state === 'confirmed');
  if (claimed.kind === 'reminder' && !(live[0] && Temporal.Instant.compare(live[0].startsAt, deps.clock.now()) > 0)) return null;
  const isLinked = (await meetingLinksOf(deps, parts.filter(isToCome(deps.clock.now())))).size > 0;
  // Taken away before it was told.
  if (claimed.kind === 'linked' && !isLinked) return null;
  const language: Locale = isLocale(joint.language) ? joint.language : 'fi';
  const points = await placesOfParts(deps.db, live.length > 0 ? live : [first]);
  const streets = new Set(points.map(({ street, city }) => [street, city].filter(Boolean).join(', ')));
  const kind = wordsFor(claimed.kind, live.length > 0);
  const t = translator(language, 'together');
  const b = translator(language, 'booking');
  const timesOf = (starts: readonly Temporal.Instant[]) => starts.map((at) => formatDateTime(at, language, deps.clock.now())).join('\n');
  const gone = kind === 'called-off' ? await cancelledUntold(deps.db, joint.id, joint.version, deps.clock.now()) : [];
  const values = {
    times: timesOf(live.map(({ startsAt }) => startsAt)),
    gone: gone.length > 0 ? t('mail.called-off.gone', { times: timesOf(gone) }) : '',
    where:
      points.length > 0
        ? [...streets].join('; ')
        : b(first.way === 'phone' ? 'calendar.phone' : 'calendar.remote') + (isLinked ? `\n${b('remote.mailLinked')}` : ''),
    code: contact.code ? codeWords(contact.code) : '',
    link: jointAddress(deps, joint),
    again: againWords(b, claimed.kind, await isOpen(deps, parts), bookAddress(deps.publicUrl, joint.kind === 'series')),
  };
  const calendar = {
    method: live.length === 0 ? ('CANCEL' as const) : ('PUBLISH' as const),
    content: jointCalendarOf(deps, joint, parts, await placesOfParts(deps.db, parts), language),
  };
  const { email, phone, code } = contact;
  const subject = t(`mail.${kind}.subject`);
  const text = written(t(`mail.${kind}.body`, values), code);
  return {
    id: claimed.id,
    ...{ email, phone, language, subject, short: shortOf(subject, values.link) },
    ...{ text, calendar, picture: await codePicture(code, text, language) },
  };
}

/** Those that the letters have words of their own for. */
const named = ['confirmed', 'reminder', 'cancelled', 'called-off', 'linked'] as const;

const wordsFor = (kind: LetterKind, isLeft: boolean) =>
  kind === 'called-off' && !isLeft ? 'calledOffWhole' : (named.find((each) => each === kind) ?? 'moved');

/** Whether one may choose anew oneself whatever of it was called off. */
async function isOpen({ db }: Deps, parts: readonly AppointmentRow[]): Promise<boolean> {
  const services = new Set(parts.map(({ bookableId }) => bookableId));
  return (await forAnybodyAmong(db, [...services])).size === services.size;
}

const isToCome =
  (now: Temporal.Instant) =>
  ({ endsAt }: AppointmentRow): boolean =>
    Temporal.Instant.compare(now, endsAt) < 0;

/** What opens the page of the whole; where its key is no more, the way to book again. */
export function jointAddress({ keys, publicUrl }: Pick<Deps, 'keys' | 'publicUrl'>, { id, secretHash }: JointRow): string {
  const secret = jointSecretOf(keys, id, secretHash);
  return secret ? `${publicUrl}/b/together/${secret}` : `${publicUrl}/book`;
}

/** Where no queue takes arrivals there is no code to tell: its paragraph goes. */
const written = (text: string, code: string | null): string =>
  text
    .split('\n\n')
    .filter((paragraph) => code !== null || !paragraph.endsWith(': '))
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
