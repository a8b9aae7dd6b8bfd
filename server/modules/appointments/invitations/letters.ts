import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { isLocale, type Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { tidied } from '../../site/service.ts';
import { protectedAmong } from '../protected.ts';
import { type BookerLetter, shortOf } from '../telling/senders.ts';
import type { BookersOutbox } from '../telling/sending.ts';

type Reading = Pick<BookersOutbox, 'db' | 'clock' | 'keys' | 'publicUrl'>;

import { invitationOf } from './queries.ts';
import { standing } from './rules.ts';
import { invitationCodeOf, openInvited } from './secrets.ts';

/** Neutral words: neither who invites nor to what. What the inviter wrote stands behind the link. */
export async function wordsOfInvitation(
  { db, keys, clock, publicUrl }: Reading,
  kind: 'invited' | 'invitation-reminder' | 'withdrawn',
  id: string,
): Promise<Omit<BookerLetter, 'id'> | null> {
  const one = await invitationOf(db, id);
  const invited = one && openInvited(keys, id, one.content);
  const code = one && invitationCodeOf(keys, id, one.secretHash);
  if (!one || !invited || !code || (await protectedAmong(db, [one.matterId])).size > 0) return null;
  const isOpen = ['sent', 'opened'].includes(standing(one, clock.now()));
  if (kind === 'withdrawn' ? one.state !== 'withdrawn' : !isOpen) return null;
  const language: Locale = isLocale(one.language) ? one.language : 'fi';
  const i = tidied(translator(language, 'invitation'));
  const lastDay = dayOf(one.deadline).subtract({ days: 1 });
  const values = { day: formatDate(lastDay, language, dayOf(clock.now())), link: `${publicUrl}/b/i/${code}` };
  const { email, phone } = invited;
  const subject = i(`mail.${kind}.subject`);
  return { email, phone, language, subject, short: shortOf(subject, values.link), text: i(`mail.${kind}.body`, values) };
}
