import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { dayOf } from '../../../../platform/clock/day.ts';
import { newOnce } from '../../../../platform/http/idempotency-key.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { type FieldFault, rememberWish, type View, viewFor } from '../../../site/service.ts';
import { openContact } from '../../booking/contact.ts';
import { meetingLinksOf } from '../../booking/meeting-link.ts';
import type { PagesDeps } from '../../pages/deps.ts';
import type { DetailsForm } from '../../pages/details-page.ts';
import { spanWords } from '../../pages/words.ts';
import type { TellingPart } from '../../previsit/part.ts';
import { answersOf, mayTell } from '../../previsit/service.ts';
import { meetingRoomOf } from '../../sessions/leading.ts';
import { cameToday, comeTo, comingNow } from '../arriving.ts';
import { jointAddress } from '../letters.ts';
import { jointDetailsPage } from './details-page.ts';
import { jointOverPage, jointPage, type OwnJoint } from './own-page.ts';
import { readWhole, type Whole } from './whole.ts';
import { togetherWords } from './words.ts';

type Sent = { form: DetailsForm; faults: FieldFault[] };
const EMPTY: Sent = { form: { name: '', email: '', phone: '' }, faults: [] };

/** Of which parts of a visit something may still be told, and has been. */
function tellingOf(deps: PagesDeps, view: View, { joint, parts }: Whole): Promise<TellingPart[]> {
  const t = togetherWords(view);
  const numbered = joint.kind === 'visit' ? parts.map((part, at) => ({ part, number: String(at + 1) })) : [];
  const open = numbered.filter(({ part }) => mayTell(part, view.now));
  return Promise.all(
    open.map(async ({ part: { id, startsAt, endsAt }, number }) => {
      const words = `${t('own.part', { number })}: ${spanWords(view, startsAt, endsAt)}`;
      return { id, words, answered: (await answersOf(deps, id)) !== undefined };
    }),
  );
}

/** The page of `/b/together`, whatever has become of it. @throws NotFound */
export async function drawJoint(
  deps: PagesDeps,
  id: string,
  { done = null, sent = EMPTY }: { done?: OwnJoint['done']; sent?: Sent },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  rememberWish(request, reply);
  const whole = await readWhole(deps, id);
  const view = { ...(await viewFor(deps, request)), path: '/b/together' };
  if (whole.state === 'held') return jointDetailsPage(view, whole, { ...sent, token: formToken(request, reply), once: newOnce() });
  if (whole.state === 'expired' || whole.state === 'cancelled') return jointOverPage(view, whole, whole.state);
  const last = whole.parts.at(-1) ?? whole.first;
  if (Temporal.PlainDate.compare(dayOf(last.startsAt), dayOf(view.now)) < 0) return jointOverPage(view, whole, 'past');
  const contact = openContact(deps.keys, whole.first.id, whole.first.contact);
  const code = contact?.code ?? null;
  const drawing = code && (await QRCode.toString(code, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }));
  const address = jointAddress(deps, whole.joint);
  const came = cameToday(whole.joint.kind, whole.parts, view.now);
  return jointPage(view, whole, {
    code,
    drawing,
    address,
    mailed: Boolean(contact?.email),
    telling: await tellingOf(deps, view, whole),
    coming: comingNow(whole.joint.kind, whole.parts, view.now)[0],
    number: comeTo(whole.joint.kind, whole.parts, view.now) !== null,
    links: await meetingLinksOf(deps, whole.parts),
    room: came?.pointId ? await meetingRoomOf(deps.db, came.sessionId) : null,
    token: formToken(request, reply),
    done,
  });
}
