import type { FastifyReply, FastifyRequest } from 'fastify';
import { newOnce } from '../../../platform/http/idempotency-key.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { mayAs } from '../../customers/service.ts';
import { listsOf, nameIn } from '../../directory/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { type FieldFault, variantFor, viewFor } from '../../site/service.ts';
import { documentsOf } from '../documents/shown.ts';
import { namingBy } from '../following/drawing.ts';
import { pictureForOwn } from '../mapping/paper.ts';
import { Outcome } from '../needs/schema.ts';
import { promiseOf } from '../promise.ts';
import { referralsToShow } from '../referrals/queries.ts';
import type { Desk } from '../types.ts';
import { type OwnShowing, ownMatterPage } from './matter-page.ts';
import { openOwnMatter } from './service.ts';

export type Drawn = { desk: Desk; caller: CustomerCaller; request: FastifyRequest; reply: FastifyReply };
type Shown = { done?: OwnShowing['done']; errors?: FieldFault[]; message?: string };

/** What every page of one's own is drawn from: in the reader's language, else the one they wish to be served in. */
export async function ownView({ desk, caller, request }: Drawn, path?: string) {
  const view = await viewFor(desk, request, variantFor(request, caller.language));
  return path ? { ...view, path } : view;
}

/** The page of one matter as it is now. @throws NotFound */
export async function drawOwnMatter(drawn: Drawn, matterId: string, { done, errors = [], message = '' }: Shown): Promise<string> {
  const { desk, caller, request, reply } = drawn;
  const page = await openOwnMatter(desk, caller, matterId, request.id);
  const view = await ownView(drawn, `/my/matters/${matterId}`);
  const { organisations, units } = await desk.directory.read();
  const lists = await listsOf(desk.db, { onlyActive: true });
  const unit = units.find((each) => each.id === page.unitId);
  return ownMatterPage(view, caller, page, {
    naming: namingBy(organisations, view.locale),
    documents: await documentsOf(desk.db, matterId),
    picture: await pictureForOwn(desk, matterId, view.variant),
    referrals: await referralsToShow(desk.db, page, true),
    toBook: mayAs(caller, 'write') ? ((await desk.booked?.toBook(matterId, true)) ?? []) : [],
    coming: mayAs(caller, 'write') ? ((await desk.booked?.coming(matterId)) ?? []) : [],
    outcomes: (lists.outcomesInCustomersWords ?? []).flatMap(({ key, label }) => {
      const outcome = Outcome.safeParse(key);
      return outcome.success ? [{ key: outcome.data, words: nameIn(label, view.locale) }] : [];
    }),
    writing: {
      token: formToken(request, reply),
      once: newOnce(),
      message,
      errors,
      answerBy: (unit && promiseOf(unit, view.now)?.toString()) ?? null,
    },
    done,
  });
}
