import type { FastifyReply, FastifyRequest } from 'fastify';
import { newOnce } from '../../../platform/http/idempotency-key.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { listsOf, nameIn } from '../../directory/service.ts';
import type { LinkHolder } from '../../identity/types.ts';
import { type FieldFault, variantFor, viewFor } from '../../site/service.ts';
import { pictureForLink } from '../mapping/paper.ts';
import { Outcome } from '../needs/schema.ts';
import { promiseOf } from '../promise.ts';
import { referralsToShow } from '../referrals/queries.ts';
import type { Desk } from '../types.ts';
import { type FollowDone, followPage } from './page.ts';
import type { Naming } from './path-drawing.ts';
import { follow } from './service.ts';

type Shown = { done?: FollowDone | undefined; errors?: FieldFault[]; message?: string };

/** The page behind a link as it is now, in the reader's language or else the matter's. */
export async function drawFor(
  desk: Desk,
  holder: LinkHolder,
  request: FastifyRequest,
  reply: FastifyReply,
  { done, errors = [], message = '' }: Shown,
): Promise<string> {
  const matter = await follow(desk, holder, request.id);
  const view = await viewFor(desk, request, variantFor(request, matter.language));
  const { organisations, units } = await desk.directory.read();
  const lists = await listsOf(desk.db, { onlyActive: true });
  const unit = units.find((each) => each.id === matter.unitId);
  return followPage(view, matter, {
    naming: namingBy(organisations, view.locale),
    picture: await pictureForLink(desk, matter.number, view.variant),
    referrals: await referralsToShow(desk.db, matter, false),
    toBook: holder.originId === null ? ((await desk.booked?.toBook(holder.matterId, false)) ?? []) : [],
    coming: holder.originId === null ? ((await desk.booked?.coming(holder.matterId)) ?? []) : [],
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
    bySlip: holder.originId !== null,
  });
}

type Organisations = Awaited<ReturnType<Desk['directory']['read']>>['organisations'];

export function namingBy(organisations: Organisations, language: string): Naming {
  return {
    organisation: (id) => {
      const found = organisations.find((each) => each.id === id);
      return found && nameIn(found.name, language);
    },
  };
}
