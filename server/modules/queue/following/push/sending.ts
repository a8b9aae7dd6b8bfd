import { z } from 'zod';
import { translator } from '../../../../platform/i18n/translator.ts';
import type { JobHandler } from '../../../../platform/jobs/jobs.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { sendPush } from '../../../../platform/push/send.ts';
import { localeOf, tidied, variants } from '../../../site/service.ts';
import { placeOfVisit } from '../../board/places.ts';
import type { Place } from '../../board/schema.ts';
import { counterWords } from '../words.ts';
import { pushKey } from './keys.ts';
import { dropSubscription } from './queries.ts';
import { stillSo } from './rules.ts';
import { PUSH_JOB, type Pushing, subscribed } from './service.ts';

const Payload = z.object({ visitId: z.string(), key: z.string() });

/** A call is worth hearing for as long as a counter waits; that it is soon one's turn, until then. */
const WORTH_SECONDS = 300;

export const pushJobs = (pushing: Pushing, log: Log): Record<string, JobHandler> => ({
  [PUSH_JOB]: async (payload) => {
    const { visitId, key } = Payload.parse(payload);
    await tellVisitor(pushing, log, visitId, key);
  },
});

/** Only what is still so when it is sent; a browser that wants no more is forgotten. @throws to be tried again later */
async function tellVisitor(pushing: Pushing, log: Log, visitId: string, key: string): Promise<void> {
  const kept = await subscribed(pushing, visitId);
  if (!kept) return;
  const place = placeOfVisit(await pushing.boards.of(kept.pointId), visitId);
  if (!place || !stillSo(key, place)) return;
  const { db, publicUrl, clock, pushReach } = pushing;
  const subject = publicUrl.startsWith('https:') ? publicUrl : undefined;
  const message = { text: JSON.stringify(wordsOf(kept.language, key, place)), worthSeconds: WORTH_SECONDS };
  const outcome = await sendPush(kept.subscription, message, { key: await pushKey(pushing), subject }, pushReach, clock.now());
  if (outcome === 'sent') return;
  await dropSubscription(db, visitId, kept.cipher);
  if (outcome === 'refused') log.warn('a push service takes no message for a visit', { job: PUSH_JOB });
}

/** Read by whoever sees the phone: a code and a counter, nothing of whose customer one is. */
function wordsOf(language: string, key: string, place: Place): Record<string, string> {
  const variant = variants.find((one) => one === language) ?? 'fi';
  const locale = localeOf(variant);
  const n = tidied(translator(variant, 'number'));
  const { code } = place;
  if (place.state === 'called') return { title: n('calledTitle', { code }), body: counterWords(n, locale, place), tag: key, lang: locale };
  return { title: n('soonTitle', { code }), body: n('soonBody'), tag: key, lang: locale };
}
